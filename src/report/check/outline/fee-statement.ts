import { cite } from '../../../statute/citation.ts'
import { viewsOf } from '../reading/report-views.ts'
import type { Rule } from '../rule.ts'

/** Where the statement belongs, any word on charging will do. */
const IN_SECTION_SIX = /处理费|收费|费用|收取|缴费|收缴/
/** Elsewhere it must be about requests, not about 行政事业性收费. */
const ELSEWHERE =
  /信息处理费|信息公开处理费|(?:申请|信息公开)[^，。；]{0,20}(?:收费|费用)|(?:申请|信息公开)[^。]{0,30}收取[^，。；]{0,8}费/

/** The report says what processing fees were charged, or that none were; silence is not an answer. */
export const feeStatement: Rule<'fee-statement'> = {
  id: 'fee-statement',
  severity: 'warning',
  sources: [cite('条例42'), cite('109号')],
  check: (report) => {
    const views = viewsOf(report)
    const last = views.find(({ section }) => section === 6)
    if (!last) return []
    if (IN_SECTION_SIX.test(last.text) || views.some(({ text }) => ELSEWHERE.test(text))) return []
    return [{ where: `text[6]@0-${last.source.length}`, evidence: { found: last.source } }]
  },
}
