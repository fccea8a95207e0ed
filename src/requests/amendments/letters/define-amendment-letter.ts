import type { AmendmentEventType } from '../amendment-event.ts'
import type { AmendmentBesides, AmendmentElementId, AmendmentElements } from './amendment-letter.ts'

/** What a letter must say, and how it says it; as `LetterDefinition` of disclosure requests. */
export type AmendmentLetterDefinition = {
  readonly title: string
  /** The event that the letter tells of. */
  readonly tells: AmendmentEventType
  readonly to: 'applicant' | 'agency'
  /** Elements that must stand in it, each with the article that asks for it, or null. */
  readonly elements: Readonly<Partial<Record<AmendmentElementId, string | null>>>
  /** Sentences that are always alike, each with its article. */
  readonly fixed: Readonly<Record<string, readonly [article: string, sentence: string]>>
  readonly paragraphs: (
    given: AmendmentElements,
    say: Readonly<Record<string, string>>,
    besides: AmendmentBesides,
  ) => readonly string[]
  /** What the remedies clause calls the letter; null where no remedy is open against it by itself. */
  readonly contestedAs: string | null
}

/** A definition whose text can only use what is declared to be there. */
export function defineAmendmentLetter<E extends AmendmentElementId, F extends string>(
  letter: Omit<AmendmentLetterDefinition, 'elements' | 'fixed' | 'paragraphs'> & {
    readonly elements: Readonly<Record<E, string | null>>
    readonly fixed: Readonly<Record<F, readonly [article: string, sentence: string]>>
    readonly paragraphs: (
      given: Pick<AmendmentElements, E>,
      say: Readonly<Record<F, string>>,
      besides: AmendmentBesides,
    ) => readonly string[]
  },
): AmendmentLetterDefinition {
  // Whoever calls `paragraphs` hands over exactly the sentences that stand in `fixed`.
  return letter as AmendmentLetterDefinition
}
