import { type Citation, cite, type Sureness } from './citation.ts'
import type { RemedyColumnId, RemedyGroupId } from './form-2021.ts'

/** A column of the form that a concluded case is counted in. */
export type RemedyResult = Exclude<RemedyColumnId, 'pending' | 'total'>

/** How a case ended, in the words of the decision or judgment; kept beside the column it is counted in. */
export type RawResult = {
  readonly id: RawResultId
  readonly label: string
  readonly of: 'reconsideration' | 'litigation' | 'both'
  readonly articles: readonly Citation[]
  /** Column of the form, unless an agency counts it otherwise. */
  readonly column: RemedyResult
  /** How sure the column is: no text that was read maps one to the other. */
  readonly sureness: Sureness
}

export type RawResultId = (typeof declared)[number][0]

type Row = readonly [
  id: string,
  of: RawResult['of'],
  label: string,
  column: RemedyResult,
  articles: readonly string[],
  sureness: Sureness,
]

const declared = [
  ['affirmed', 'reconsideration', '维持', 'upheld', ['行政复议法68'], 'derived'],
  ['claimsRejected', 'litigation', '驳回诉讼请求', 'upheld', [], 'derived'],
  ['changed', 'both', '变更', 'overturned', ['行政复议法63'], 'derived'],
  ['annulled', 'both', '撤销', 'overturned', ['行政复议法64'], 'derived'],
  ['partlyAnnulled', 'both', '部分撤销', 'overturned', ['行政复议法64'], 'derived'],
  ['foundUnlawful', 'both', '确认违法', 'overturned', ['行政复议法65'], 'derived'],
  ['orderedToPerform', 'both', '责令履行', 'overturned', ['行政复议法66'], 'derived'],
  ['foundVoid', 'both', '确认无效', 'overturned', ['行政复议法67'], 'derived'],
  // Near 维持 in effect; offices differ, which is why the mapping is a setting.
  ['requestRejected', 'reconsideration', '驳回复议请求', 'otherResult', ['行政复议法69'], 'unverified'],
  ['dismissed', 'both', '驳回申请（起诉）', 'otherResult', ['行政复议法33'], 'derived'],
  ['notAccepted', 'both', '不予受理（立案）', 'otherResult', [], 'unverified'],
  ['mediated', 'both', '调解', 'otherResult', ['行政复议法73'], 'derived'],
  ['filingWithdrawn', 'both', '撤回', 'otherResult', ['行政复议法74'], 'derived'],
  ['terminated', 'both', '终止', 'otherResult', [], 'unverified'],
  ['otherwiseEnded', 'both', '其他', 'otherResult', [], 'unverified'],
] as const satisfies readonly Row[]

/** Every way a case can end, those that uphold first. */
export const rawResults: readonly RawResult[] = declared.map(([id, of, label, column, articles, sureness]) => ({
  id,
  of,
  label,
  column,
  articles: articles.map(cite),
  sureness,
}))

/** Whether a case of this kind can end so: a reconsideration body does not reject claims, a court does not affirm. */
export function canEndIn(result: RawResult, kind: RemedyGroupId): boolean {
  return result.of === 'both' || (result.of === 'reconsideration') === (kind === 'reconsideration')
}
