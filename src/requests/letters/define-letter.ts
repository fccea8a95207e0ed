import type { Day } from '../../statute/day.ts'
import type { Consulted } from '../case/request-case.ts'
import type { Decision, RequestEvent, RequestEventType } from '../events/request-event.ts'
import type { ElementId, Elements } from './elements.ts'

/** What a letter may add where the case has it. */
export type Besides = {
  /** How the applicant is spoken to: 您, 你们, 贵单位. */
  readonly you: string
  readonly correctedOn: Day | null
  /** The decision or judgment after which the request is handled anew. */
  readonly remedy: string | null
  readonly thirdParties: readonly Consulted[]
  readonly decision: Decision | null
}

/** What a letter must say, and how it says it. Definitions stand in `templates/`, one letter a file. */
export type LetterDefinition = {
  readonly title: string
  /** The event that the letter tells of. */
  readonly tells: RequestEventType
  /** Which of these events, where a letter is for some only. */
  readonly of?: (event: RequestEvent) => boolean
  readonly to: 'applicant' | 'party'
  /** Elements that must stand in it, each with the article that asks for it, or null. */
  readonly elements: Readonly<Partial<Record<ElementId, string | null>>>
  /** Sentences that are always alike, each with its article. */
  readonly fixed: Readonly<Record<string, readonly [article: string, sentence: string]>>
  readonly paragraphs: (given: Elements, say: Readonly<Record<string, string>>, besides: Besides) => readonly string[]
  /** What the remedies clause calls the letter; null where no remedy is open against it by itself (法释〔2025〕8号2). */
  readonly contestedAs: string | null
}

/** A definition whose text can only use what is declared to be there. */
export function defineLetter<E extends ElementId, F extends string>(
  letter: Omit<LetterDefinition, 'elements' | 'fixed' | 'paragraphs'> & {
    readonly elements: Readonly<Record<E, string | null>>
    readonly fixed: Readonly<Record<F, readonly [article: string, sentence: string]>>
    readonly paragraphs: (
      given: Pick<Elements, E>,
      say: Readonly<Record<F, string>>,
      besides: Besides,
    ) => readonly string[]
  },
): LetterDefinition {
  // Whoever calls `paragraphs` hands over exactly the sentences that stand in `fixed`.
  return letter as LetterDefinition
}
