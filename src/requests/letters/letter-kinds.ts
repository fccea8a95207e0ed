import type { OutcomeId } from '../../statute/outcomes.ts'
import type { Decision } from '../events/request-event.ts'
import type { LetterDefinition } from './define-letter.ts'
import type { LetterKind } from './letter-kind.ts'
import { correctionOverdueNotice, feeOverdueNotice, withdrawalNotice } from './templates/closing-notices.ts'
import { coMakerConsultation } from './templates/co-maker-consultation.ts'
import { consultationNotice } from './templates/consultation-notice.ts'
import { correctionNotice } from './templates/correction-notice.ts'
import { extensionNotice } from './templates/extension-notice.ts'
import { feeNotice } from './templates/fee-notice.ts'
import { granted, partlyGranted } from './templates/granted-replies.ts'
import { justificationNotice } from './templates/justification-notice.ts'
import { otherAgencyConsultation } from './templates/other-agency-consultation.ts'
import { postponementNotice } from './templates/postponement-notice.ts'
import { receipt } from './templates/receipt.ts'
import { excessive, petition, publishedMaterial, reissue, remaining, repeat } from './templates/rejected-replies.ts'
import { thirdPartyConsultation } from './templates/third-party-consultation.ts'
import { thirdPartyNotice } from './templates/third-party-notice.ts'
import { notHeld, notResponsible, stillUnclear, wouldNeedCreation } from './templates/unavailable-replies.ts'
import { withheldReplies } from './templates/withheld-replies.ts'

/** Every letter but the replies. */
export const notices = {
  receipt,
  correctionNotice,
  justificationNotice,
  extensionNotice,
  postponementNotice,
  thirdPartyConsultation,
  coMakerConsultation,
  otherAgencyConsultation,
  consultationNotice,
  thirdPartyNotice,
  feeNotice,
  correctionOverdueNotice,
  feeOverdueNotice,
  withdrawalNotice,
} as const satisfies Readonly<Record<Exclude<LetterKind, 'reply'>, LetterDefinition>>

/** A reply of each outcome; the two that no reply decides have closing notices instead. */
const replies: Readonly<Record<OutcomeId, LetterDefinition | null>> = {
  granted,
  partlyGranted,
  ...withheldReplies,
  'unavailable.notHeld': notHeld,
  'unavailable.wouldNeedCreation': wouldNeedCreation,
  'unavailable.stillUnclear': stillUnclear,
  'rejected.petition': petition,
  'rejected.repeat': repeat,
  'rejected.publishedMaterial': publishedMaterial,
  'rejected.excessive': excessive,
  'rejected.reissue': reissue,
  'other.correctionOverdue': null,
  'other.feeOverdue': null,
  'other.remaining': remaining,
}

/** What all replies are called in offices that do not name them by what they decide. */
export const replyTitle = '政府信息公开申请答复书'

/** What the reply to a decision must say. */
export function replyFor({ outcome, rightAgency }: Pick<Decision, 'outcome' | 'rightAgency'>): LetterDefinition | null {
  if (outcome === 'unavailable.notHeld' && rightAgency !== null) return notResponsible
  return replies[outcome]
}
