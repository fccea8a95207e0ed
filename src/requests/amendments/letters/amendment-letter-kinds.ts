import type { AmendmentDecision } from '../amendment-event.ts'
import type { AmendmentLetterKind } from './amendment-letter-kind.ts'
import { amended, refusals } from './decision-notices.ts'
import type { AmendmentLetterDefinition } from './define-amendment-letter.ts'
import { elsewhereNotice } from './elsewhere-notice.ts'
import { evidenceNotice } from './evidence-notice.ts'
import { transferLetter, transferNotice } from './transfer-letters.ts'

/** Every letter but that of a decision, in the order in which a case comes to them. */
export const amendmentNotices = {
  evidenceNotice,
  transferLetter,
  transferNotice,
  elsewhereNotice,
} as const satisfies Readonly<Record<Exclude<AmendmentLetterKind, 'decisionNotice'>, AmendmentLetterDefinition>>

/** What the notice of a decision must say. */
export function decisionNoticeFor(
  decision: Pick<AmendmentDecision, 'result'> & Partial<AmendmentDecision>,
): AmendmentLetterDefinition {
  return decision.result === 'refused' && 'ground' in decision && decision.ground ? refusals[decision.ground] : amended
}
