import { cite } from '../../../statute/citation.ts'
import { isExcerpt, viewsOf } from '../reading/report-views.ts'
import type { Rule } from '../rule.ts'
import { silentAspects } from './aspect-words.ts'

/** Section one speaks of its five aspects. */
export const fiveAspectsRule: Rule<'five-aspects'> = {
  id: 'five-aspects',
  severity: 'warning',
  sources: [cite('30号')],
  check: (report) => {
    const overview = viewsOf(report).find(({ section }) => section === 1)
    if (!overview || isExcerpt(overview.text)) return []
    const missing = silentAspects(overview.text)
    return missing.length === 0 ? [] : [{ where: 'text[1]@0-0', evidence: { missing } }]
  },
}
