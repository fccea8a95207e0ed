import type { OutcomeId } from '../../../statute/outcomes.ts'
import { outcomes } from '../../../statute/outcomes.ts'
import type { Decision } from '../../events/request-event.ts'
import type { LetterDefinition } from '../define-letter.ts'
import { type LetterKind, letterKinds } from '../letter-kind.ts'
import { notices, replyFor } from '../letter-kinds.ts'

/** What a reply decides, as far as its letter is another one. */
export type VariantOutcome = OutcomeId | 'unavailable.rightAgency'

/** A letter that has an own text: a notice, the reply of one outcome, or (without a definition) replies of all of them. */
export type LetterVariant = {
  readonly kind: LetterKind
  readonly outcome: VariantOutcome | null
  readonly definition: LetterDefinition | null
}

const elsewhere = { name: '', contact: '' } as const

/** Every letter for which an office may have a template of its own. */
export const letterVariants: readonly LetterVariant[] = [
  ...letterKinds.map((kind) => ({ kind, outcome: null, definition: kind === 'reply' ? null : notices[kind] })),
  ...outcomes.flatMap(({ id }) => variant(id, replyFor({ outcome: id, rightAgency: null }))),
  ...variant('unavailable.rightAgency', replyFor({ outcome: 'unavailable.notHeld', rightAgency: elsewhere })),
]

function variant(outcome: VariantOutcome, definition: LetterDefinition | null): readonly LetterVariant[] {
  return definition === null ? [] : [{ kind: 'reply', outcome, definition }]
}

export function findVariant(kind: LetterKind, outcome: string | null): LetterVariant | null {
  return letterVariants.find((one) => one.kind === kind && one.outcome === outcome) ?? null
}

/** The variant that the reply to a decision is of. */
export function variantOutcome({ outcome, rightAgency }: Pick<Decision, 'outcome' | 'rightAgency'>): VariantOutcome {
  return outcome === 'unavailable.notHeld' && rightAgency !== null ? 'unavailable.rightAgency' : outcome
}
