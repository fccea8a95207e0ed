import { cite } from '../../../statute/citation.ts'
import { kindOf } from '../reading/agency-level.ts'
import { isExcerpt, viewsOf } from '../reading/report-views.ts'
import type { Rule } from '../rule.ts'

const owed = [
  { name: '工作考核', words: /考核|绩效|考评/ },
  { name: '社会评议', words: /评议|满意度|第三方评估|评价/ },
  { name: '责任追究', words: /追究|问责|追责|责任倒查|责任制/ },
] as const

/** A government's report tells the results of assessment, social appraisal and accountability. */
export const accountability: Rule<'accountability'> = {
  id: 'accountability',
  severity: 'warning',
  sources: [cite('条例50(4)'), cite('条例46')],
  check: (report, context) => {
    const kind = context.kind ?? (report.agency === null ? null : kindOf(report.agency))
    if (kind !== 'government' || report.sections.length === 0) return []
    const text = viewsOf(report)
      .map((view) => view.text)
      .join('\n')
    if (isExcerpt(text)) return []
    const missing = owed.flatMap(({ name, words }) => (words.test(text) ? [] : [name]))
    return missing.length === 0 ? [] : [{ where: 'text[1]@0-0', evidence: { missing } }]
  },
}
