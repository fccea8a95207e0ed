import { type Citation, cite, type Sureness } from './citation.ts'

/** One of the 21 ways in which a disclosure request can end, a row of part 三 of the form. */
export type Outcome = {
  readonly id: OutcomeId
  /** The row as the form prints it, with its number. */
  readonly label: string
  /** The statutory words without number or remark, as a ledger cell says them. */
  readonly words: string
  /** The heading that several rows share, e.g. （三）不予公开. */
  readonly group: string | null
  /** Articles the outcome rests on; empty for the two rows that no article names. */
  readonly articles: readonly Citation[]
  readonly sureness: Sureness
}

export type OutcomeId = (typeof declared)[number][0]

const WITHHELD = '（三）不予公开'
const UNAVAILABLE = '（四）无法提供'
const REJECTED = '（五）不予处理'
const OTHER = '（六）其他处理'

// Labels: 国办公开办函〔2021〕30号. Which article a row rests on is our reading, but for rejected.reissue and
// other.remaining, for which the Regulation has none.
const declared = [
  ['granted', null, '（一）予以公开', ['条例36(1)', '条例36(2)']],
  ['partlyGranted', null, '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', ['条例37']],
  ['withheld.stateSecret', WITHHELD, '1.属于国家秘密', ['条例14']],
  ['withheld.forbiddenByLaw', WITHHELD, '2.其他法律行政法规禁止公开', ['条例14']],
  ['withheld.securityAndStability', WITHHELD, '3.危及“三安全一稳定”', ['条例14']],
  ['withheld.thirdPartyRights', WITHHELD, '4.保护第三方合法权益', ['条例15', '条例32']],
  ['withheld.internalAffairs', WITHHELD, '5.属于三类内部事务信息', ['条例16¶1']],
  ['withheld.processInformation', WITHHELD, '6.属于四类过程性信息', ['条例16¶2']],
  ['withheld.enforcementFile', WITHHELD, '7.属于行政执法案卷', ['条例16¶2']],
  ['withheld.administrativeInquiry', WITHHELD, '8.属于行政查询事项', ['条例36(7)']],
  ['unavailable.notHeld', UNAVAILABLE, '1.本机关不掌握相关政府信息', ['条例36(4)', '条例36(5)']],
  ['unavailable.wouldNeedCreation', UNAVAILABLE, '2.没有现成信息需要另行制作', ['条例38']],
  ['unavailable.stillUnclear', UNAVAILABLE, '3.补正后申请内容仍不明确', ['条例30']],
  ['rejected.petition', REJECTED, '1.信访举报投诉类申请', ['条例39¶1']],
  ['rejected.repeat', REJECTED, '2.重复申请', ['条例36(6)']],
  ['rejected.publishedMaterial', REJECTED, '3.要求提供公开出版物', ['条例39¶2']],
  ['rejected.excessive', REJECTED, '4.无正当理由大量反复申请', ['条例35']],
  ['rejected.reissue', REJECTED, '5.要求行政机关确认或重新出具已获取信息', []],
  ['other.correctionOverdue', OTHER, '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', ['条例30']],
  [
    'other.feeOverdue',
    OTHER,
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    ['条例42', '109号'],
  ],
  ['other.remaining', OTHER, '3.其他', []],
] as const

/** The 21 outcomes in statutory order. */
export const outcomes: readonly Outcome[] = declared.map(([id, group, label, articles]) => ({
  id,
  group,
  label,
  words: label.replace(/^(?:（.）|\d\.)/, '').replace(/（.*）$/, ''),
  articles: articles.map(cite),
  sureness: 'derived',
}))
