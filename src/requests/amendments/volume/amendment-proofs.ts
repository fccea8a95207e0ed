import { officialDay } from '../../../office/official-day.ts'
import { law, originOf, type Proof } from '../../volume/proof-purposes.ts'
import type { AmendmentDocumentKind } from '../../volume/volume.ts'
import type { Draft } from '../../volume/volume-material.ts'
import { amendmentNotices } from '../letters/amendment-letter-kinds.ts'

type AmendmentDraft = Draft<AmendmentDocumentKind>

/** What a document is proposed to prove, by its kind, and where it comes from. No period is told, for the law has none. */
export function amendmentProofOf(draft: AmendmentDraft): Proof {
  return {
    proves: draft.kind === 'letter' ? letterProves(draft) : kinds[draft.kind](draft),
    origin: originOf(draft.kind),
  }
}

const article = law('条例41')

const kinds: Readonly<Record<Exclude<AmendmentDocumentKind, 'letter'>, (draft: AmendmentDraft) => string>> = {
  amendmentRequest: ({ on }) => `申请人要求更正政府信息的内容；本机关${officialDay(on)}收到该申请（${article}）。`,
  powerOfAttorney: () => '代理人的代理权限。',
  evidence: () => `申请人用以证明政府信息记录不准确的证据材料（${article}）。`,
  evidenceRequest: () => `要求申请人提供证据以及收到证据的情况（${article}）。`,
  dispatch: () => '本机关组织核实所涉政府信息记录的过程。',
  material: () => '承办单位核实所涉政府信息记录的依据。',
  amendmentApproval: () => '决定经过审批。',
  transfer: () => `本机关无权更正，已经转送有权更正的行政机关或者告知申请人向其提出（${article}）。`,
  service: () => '决定的送达方式和日期。',
  serviceProof: ({ on }) => `告知书已经送达申请人（${officialDay(on)}）。`,
  withdrawal: () => '申请人撤回申请。',
  reopening: () => '依照复议决定或者判决重新办理的情况。',
  remedy: () => '此前行政复议、行政诉讼的情况。',
  course: () => '办理本件申请的全过程。',
}

/** By the title, which is the same for a letter that was kept and one that was put into words anew. */
function letterProves({ title, on }: AmendmentDraft): string {
  if (title === amendmentNotices.evidenceNotice.title) return `已经要求申请人提供证据（${article}）。`
  if (title === amendmentNotices.transferLetter.title) return `已经将申请转送有权更正的行政机关（${article}）。`
  if (title === amendmentNotices.transferNotice.title) return `已经告知申请人转送的情况（${article}）。`
  if (title === amendmentNotices.elsewhereNotice.title)
    return `${officialDay(on)}告知申请人向有权更正的行政机关提出（${article}）。`
  return `本机关对更正申请作出决定的内容、理由和依据（${article}）。`
}
