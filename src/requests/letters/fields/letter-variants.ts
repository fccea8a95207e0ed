import { type OutcomeId, outcomes } from '../../../statute/outcomes.ts'
import type { AmendmentDecision, RefusalGround } from '../../amendments/amendment-event.ts'
import { type AmendmentLetterKind, amendmentLetterKinds } from '../../amendments/letters/amendment-letter-kind.ts'
import { amendmentNotices, decisionNoticeFor } from '../../amendments/letters/amendment-letter-kinds.ts'
import { refusals } from '../../amendments/letters/decision-notices.ts'
import type { AmendmentLetterDefinition } from '../../amendments/letters/define-amendment-letter.ts'
import type { Decision } from '../../events/request-event.ts'
import type { LetterDefinition } from '../define-letter.ts'
import { type LetterKind, letterKinds } from '../letter-kind.ts'
import { notices, replyFor } from '../letter-kinds.ts'

/** What a reply decides, as far as its letter is another one. */
export type VariantOutcome = OutcomeId | 'unavailable.rightAgency'

/** A letter that has an own text: a notice, the reply of one outcome, or (without a definition) replies of all of them. */
export type RequestVariant = {
  readonly procedure: 'request'
  readonly kind: LetterKind
  readonly outcome: VariantOutcome | null
  readonly definition: LetterDefinition | null
}

/** What is decided on a record amendment, as far as its letter is another one. */
export type AmendmentOutcome = 'amended' | `refused.${RefusalGround}`

/** The same of a record amendment: a notice, or that of one decision or of all of them. */
export type AmendmentVariant = {
  readonly procedure: 'recordAmendment'
  readonly kind: AmendmentLetterKind
  readonly outcome: AmendmentOutcome | null
  readonly definition: AmendmentLetterDefinition | null
}

export type LetterVariant = RequestVariant | AmendmentVariant

const elsewhere = { name: '', contact: '' } as const

const requestVariants: readonly RequestVariant[] = [
  ...letterKinds.map((kind) => ({
    ...{ procedure: 'request' as const, kind, outcome: null },
    definition: kind === 'reply' ? null : notices[kind],
  })),
  ...outcomes.flatMap(({ id }) => variant(id, replyFor({ outcome: id, rightAgency: null }))),
  ...variant('unavailable.rightAgency', replyFor({ outcome: 'unavailable.notHeld', rightAgency: elsewhere })),
]

function variant(outcome: VariantOutcome, definition: LetterDefinition | null): readonly RequestVariant[] {
  return definition === null ? [] : [{ procedure: 'request', kind: 'reply', outcome, definition }]
}

const amendmentVariants: readonly AmendmentVariant[] = [
  ...amendmentLetterKinds.map((kind) => ({
    ...{ procedure: 'recordAmendment' as const, kind, outcome: null },
    definition: kind === 'decisionNotice' ? null : amendmentNotices[kind],
  })),
  decision('amended', decisionNoticeFor({ result: 'amended' })),
  ...(Object.keys(refusals) as RefusalGround[]).map((ground) => decision(`refused.${ground}`, refusals[ground])),
]

function decision(outcome: AmendmentOutcome, definition: AmendmentLetterDefinition): AmendmentVariant {
  return { procedure: 'recordAmendment', kind: 'decisionNotice', outcome, definition }
}

/** Every letter for which an office may have a template of its own. No two procedures have a kind of one name. */
export const letterVariants: readonly LetterVariant[] = [...requestVariants, ...amendmentVariants]

export function findVariant(kind: string, outcome: string | null): LetterVariant | null {
  return letterVariants.find((one) => one.kind === kind && one.outcome === outcome) ?? null
}

/** The variant that the reply to a decision is of. */
export function variantOutcome({ outcome, rightAgency }: Pick<Decision, 'outcome' | 'rightAgency'>): VariantOutcome {
  return outcome === 'unavailable.notHeld' && rightAgency !== null ? 'unavailable.rightAgency' : outcome
}

/** The variant that the notice of a decision on a record amendment is of. */
export function amendmentOutcome(decided: AmendmentDecision): AmendmentOutcome {
  return decided.result === 'amended' ? 'amended' : `refused.${decided.ground}`
}
