import { cite } from '../../../statute/citation.ts'
import { countOf } from '../identities/identity.ts'
import { viewsOf } from '../reading/report-views.ts'
import { clausesOf } from '../reading/sentences.ts'
import { sourceWords, whereIn } from '../reading/text-view.ts'
import type { Rule } from '../rule.ts'

/** 办结率100% and its kin, without 按时, 按期 or 及时, which do not contradict cases carried over. */
const ALL_CLOSED =
  /(?<!按时|按期|及时|限时|如期|期限内|期内|准时|时限内)(?:办结|答复|办理|回复|办复)率(?:均|已|也|都)?(?:达到|达|为|是|保持|实现)?(?:了)?(?:100%|百分之百|百分百)/
const IN_TIME = /按时|按期|及时|限时|如期|期限|时限/
const OF_REQUESTS = /申请/
const OTHER_MATTERS =
  /留言|提案|议案|建议|信访|投诉|咨询|热线|(?<!\d)12345(?!\d)|信箱|工单|诉求|来信|行政许可|审批|事项/

/** Everything is said to be closed while cases were carried over. */
export const rate100: Rule<'rate-100'> = {
  id: 'rate-100',
  severity: 'warning',
  sources: [cite('条例50(2)')],
  check: (report) => {
    const carriedOut = countOf(report, { table: 'requests', row: 'carriedOut', column: 'total' })
    if (!carriedOut) return []
    return viewsOf(report).flatMap((view) =>
      clausesOf(view.text).flatMap((clause) => {
        const match = ALL_CLOSED.exec(clause.text)
        if (!match || IN_TIME.test(clause.text)) return []
        const sentence = sentenceAround(view.text, clause.start)
        if (!OF_REQUESTS.test(sentence) || OTHER_MATTERS.test(sentence)) return []
        const start = clause.start + match.index
        const end = start + match[0].length
        const evidence = { found: sourceWords(view, start, end) }
        return [{ where: whereIn(view, start, end), left: 100, right: carriedOut, evidence }]
      }),
    )
  },
}

function sentenceAround(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('\n', at)) + 1
  const end = text.slice(at).search(/[。\n]/)
  return text.slice(start, end < 0 ? text.length : at + end)
}
