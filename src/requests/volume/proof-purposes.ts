import { officialDay } from '../../office/official-day.ts'
import { printCitation } from '../../office/print-citation.ts'
import { cite } from '../../statute/citation.ts'
import type { Day } from '../../statute/day.ts'
import { type TimeLimitId, timeLimitOn } from '../../statute/time-limits.ts'
import { notices, replyTitle } from '../letters/letter-kinds.ts'
import type { DocumentKind, RequestDocumentKind, VolumeDocument } from './volume.ts'
import type { Draft } from './volume-material.ts'

/** The days that documents are to prove. */
export type ProofDays = {
  readonly receivedOn: Day | null
  readonly dueOn: Day | null
  readonly closedOn: Day | null
}

export type Proof = Pick<VolumeDocument, 'proves' | 'origin'>

type RequestDraft = Draft<RequestDocumentKind>

/** What a document is proposed to prove, by its kind, with the legal period where there is one; and where it comes from. */
export function proofOf(draft: RequestDraft, days: ProofDays): Proof {
  return {
    proves: draft.kind === 'letter' ? letterProves(draft, days) : kinds[draft.kind](draft, days),
    origin: originOf(draft.kind),
  }
}

const kinds: Readonly<
  Record<Exclude<RequestDocumentKind, 'letter'>, (draft: RequestDraft, days: ProofDays) => string>
> = {
  request: ({ on }, { receivedOn }) =>
    `申请人提出政府信息公开申请的内容和方式；${officialDay(on)}到达本机关${receivedOn ? `，收到申请之日为${officialDay(receivedOn)}（${law('条例31')}）` : ''}。`,
  powerOfAttorney: () => '代理人的代理权限。',
  correction: ({ on }) =>
    `申请内容不明确，本机关一次性告知补正（${law('条例30')}，${limit('correctionNotice', on)}），以及申请人补正的情况；答复期限自收到补正之日起重新计算。`,
  justification: () => `申请的数量、频次明显超过合理范围，本机关依法要求说明理由（${law('条例35')}）。`,
  fee: ({ on }) => `依法收取信息处理费及缴纳情况（${law('条例42')}，缴费期限${limit('feePayment', on)}）。`,
  dispatch: () => '本机关组织查找、审查所申请信息的过程。',
  material: () => '承办单位查找、审查所申请信息的依据。',
  legalReview: () => '答复作出前经过审核。',
  consultation: ({ on }) =>
    `本机关依法征求意见及对方的意见（${law('条例32')}、${law('条例34')}，第三方${limit('thirdPartyConsultation', on)}）；征求意见所需时间不计算在答复期限内（${law('条例33¶3')}）。`,
  extensionApproval: ({ on }) =>
    `延长答复期限经本机关政府信息公开工作机构负责人同意（${law('条例33¶2')}，最长${limit('extension', on)}）。`,
  approval: () => '答复经过审批。',
  provided: () => `已经向申请人提供所申请的信息（${law('条例36(2)')}）。`,
  service: (_draft, days) => `答复的送达方式和日期；${inTime(days)}`,
  serviceProof: ({ on }) => `答复书已经送达申请人（${officialDay(on)}）。`,
  withdrawal: () => '申请人撤回申请。',
  reopening: () => '依照复议决定或者判决重新办理的情况。',
  remedy: () => '此前行政复议、行政诉讼的情况。',
  course: () => '办理本件申请的全过程。',
}

/** By the title, which is the same for a letter that was kept and one that was put into words anew. */
function letterProves({ title, on }: RequestDraft, days: ProofDays): string {
  const is = (one: string) => title === one || title.startsWith(`${one}（`)
  if (is(notices.receipt.title))
    return `收到申请的日期${days.receivedOn ? `为${officialDay(days.receivedOn)}` : ''}，以及已向申请人告知答复期限。`
  if (is(notices.correctionNotice.title))
    return `自收到申请之日起${limit('correctionNotice', on)}内一次性告知补正（${law('条例30')}）。`
  if (is(notices.justificationNotice.title)) return `依法要求申请人说明理由（${law('条例35')}）。`
  if (is(notices.extensionNotice.title))
    return `依法延期：${officialDay(on)}告知申请人延长答复期限（${law('条例33¶2')}，最长${limit('extension', on)}）。`
  if (is(notices.postponementNotice.title)) return `依法确定延迟答复的合理期限并告知申请人（${law('条例35')}）。`
  if (is(notices.thirdPartyConsultation.title))
    return `依法书面征求第三方意见（${law('条例32')}，${limit('thirdPartyConsultation', on)}）；所需时间不计算在答复期限内（${law('条例33¶3')}）。`
  if (is(notices.coMakerConsultation.title))
    return `依法征求共同制作机关意见（${law('条例34')}，${limit('coMakerConsultation', on)}）；所需时间不计算在答复期限内（${law('条例33¶3')}）。`
  if (is(notices.otherAgencyConsultation.title))
    return `征求其他机关意见；所需时间不计算在答复期限内（${law('条例33¶3')}）。`
  if (is(notices.consultationNotice.title)) return '已经告知申请人征求意见的情况。'
  if (is(notices.thirdPartyNotice.title)) return `决定公开的内容和理由已经书面告知第三方（${law('条例32')}）。`
  if (is(notices.feeNotice.title))
    return `依法通知收取信息处理费（${law('条例42¶1')}，缴费期限${limit('feePayment', on)}）。`
  if (is(replyTitle)) return `本机关作出答复的内容、理由和依据；${inTime(days)}`
  return '本机关依法不再处理该申请并告知申请人。'
}

function inTime({ receivedOn, dueOn, closedOn }: ProofDays): string {
  const period = receivedOn ? `答复期限为收到申请之日起${limit('reply', receivedOn)}（${law('条例33¶2')}）` : ''
  if (!dueOn || !closedOn) return period === '' ? '办理情况。' : `${period}。`
  // A reply that was late is not claimed to be in time.
  return `${period}，依法计算（包括延长、扣除和重新计算）至${officialDay(dueOn)}届满；${officialDay(closedOn)}答复${closedOn <= dueOn ? '，在期限内' : ''}。`
}

/** Where a document of either procedure comes from. */
export function originOf(kind: DocumentKind): string {
  if (byApplicant.has(kind)) return '申请人提交'
  if (kind === 'remedy') return '复议机关、法院'
  if (kind === 'serviceProof') return '送达单位'
  return '本机关制作'
}

const byApplicant: ReadonlySet<DocumentKind> = new Set([
  'request',
  'amendmentRequest',
  'evidence',
  'powerOfAttorney',
  'withdrawal',
])

/** The Regulation by its short name, which a note under the list explains. */
export const law = (citation: string) =>
  printCitation(cite(citation)).replace('《中华人民共和国政府信息公开条例》', '《条例》')

function limit(id: TimeLimitId, on: Day): string {
  const value = timeLimitOn(id, on)?.value
  return value === undefined ? '法定期限' : `${value}个工作日`
}
