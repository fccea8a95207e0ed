import { countOf } from '../identities/identity.ts'
import { viewsOf } from '../reading/report-views.ts'
import type { Rule } from '../rule.ts'
import { statutoryIdentity } from '../statutory-identity.ts'

const identity = statutoryIdentity('K9')
const DENIES_NOTICE =
  /(?:未|没有|无)(?:发出|发生|产生|下达|出具|送达)?[^，。；]{0,14}(?:收费通知|缴费通知)|(?:收费|缴费)通知书?[^，。；\d]{0,6}0(?:件|份|个)|(?:未|没有)(?:发生|产生)[^，。；]{0,20}收费|无[^，。；]{0,10}收费(?:情况|事项)/
const TELLS_NOTICE = /(?:收费|缴费)通知/
/** Money was collected, so a notice was sent. */
const TELLS_MONEY = /(?:收取|收到|缴纳|收费)[^，。；]{0,30}?[1-9][\d.]*(?:元|万元)/

/** Requests lapsed for an unpaid fee need a fee notice; section six must not deny or forget it. */
export const k9: Rule<'K9'> = {
  id: 'K9',
  severity: 'warning',
  sources: [identity.citation],
  check: (report) => {
    const lapsed = countOf(report, { table: 'requests', row: 'other.feeOverdue', column: 'total' })
    const last = viewsOf(report).find(({ section }) => section === 6)
    if (!lapsed || !last) return []
    const denies = DENIES_NOTICE.test(last.text)
    if (!denies && (TELLS_NOTICE.test(last.text) || TELLS_MONEY.test(last.text))) return []
    return [
      {
        where: `text[6]@0-${last.source.length}`,
        left: lapsed,
        right: 0,
        formula: identity.formula,
        evidence: { notices: denies ? 'denied' : 'unmentioned' },
      },
    ]
  },
}
