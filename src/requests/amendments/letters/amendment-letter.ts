import type { Citation } from '../../../statute/citation.ts'
import type { Day } from '../../../statute/day.ts'
import type { LetterFields } from '../../letters/fields/letter-fields.ts'
import type { Letter, LetterDoubt, LetterFacts } from '../../letters/letter.ts'
import type { RemediesGap } from '../../letters/remedies-clause.ts'
import { addressApplicant } from '../../letters/templates/address.ts'
import type { AmendmentCase } from '../amendment-case.ts'
import type {
  AmendingAgency,
  AmendmentDecision,
  AmendmentEvent,
  AmendmentEventOf,
  AmendmentEventType,
  TransferredFrom,
} from '../amendment-event.ts'

/** A record amendment as its letters see it. */
export type AmendmentLetterCase = {
  readonly number: string
  readonly events: readonly AmendmentEvent[]
  /** What the applicant wrote. */
  readonly record: string
  readonly claim: string
}

/** What a letter says and no event holds; as `LetterFacts`, of which it takes what these letters need. */
export type AmendmentLetterFacts = Pick<
  LetterFacts,
  'agency' | 'contact' | 'documentNumber' | 'draft' | 'today' | 'remedies'
> & {
  /** Name of whoever asks; null where it is not known. */
  readonly applicant: string | null
  /** Name of the agent who acts for them; null where there is none or it is not known. */
  readonly agent: string | null
}

/** A thing that must stand in a letter and is not known, with the article that asks for it where one does. */
export type AmendmentMissing = {
  readonly element: AmendmentElementId | RemediesGap | 'documentNumber' | 'agent'
  readonly article: Citation | null
}

/** A letter, or why there is none. */
export type ComposedAmendmentLetter =
  | {
      readonly letter: Letter
      /** The same for a template of the office. */
      readonly fields: LetterFields
      readonly citations: readonly Citation[]
      readonly doubts: readonly LetterDoubt[]
      readonly refused?: never
    }
  | {
      readonly refused:
        | { readonly rule: 'letter-not-due' }
        | { readonly rule: 'letter-incomplete'; readonly missing: readonly AmendmentMissing[] }
      readonly letter?: never
      readonly fields?: never
      readonly citations?: never
      readonly doubts?: never
    }

/** Everything that these letters may have to say, as it is read from the case. */
export type AmendmentElements = {
  /** Whoever asks, with the agent beside them. */
  readonly applicant: string
  readonly requestNumber: string
  readonly arrivedOn: Day
  readonly record: string
  readonly claim: string
  readonly evidenceWanted: readonly string[]
  readonly amendingAgency: string
  /** Where the agency that may amend is to be reached. */
  readonly amendingContact: string
  readonly amendedTo: string
  readonly amendedSince: Day
  readonly reasons: string
  readonly contact: string
}

export type AmendmentElementId = keyof AmendmentElements

/** What elements are read from. `told` is the event that the letter tells of. */
export type AmendmentMaterial = AmendmentLetterCase & {
  readonly facts: AmendmentLetterFacts
  readonly amendment: AmendmentCase
  readonly told: AmendmentEvent
}

/** What a letter may add where the case has it. */
export type AmendmentBesides = {
  /** How the applicant is spoken to. */
  readonly you: string
  readonly transferredFrom: TransferredFrom | null
  /** The remedy by which the case is decided anew. */
  readonly remedy: string | null
  readonly evidenceUntil: Day | null
  /** How many files of evidence the case had when the letter's act was done. */
  readonly evidenceCount: number
  readonly transferredOn: Day | null
  readonly otherContact: string | null
}

/** How each element is read; null where the case does not hold it. */
export const amendmentElements: {
  readonly [K in AmendmentElementId]: (material: AmendmentMaterial) => AmendmentElements[K] | null
} = {
  applicant: ({ facts, amendment }) =>
    facts.applicant && addressApplicant([facts.applicant], amendment.applicantKind, facts.agent),
  requestNumber: ({ number }) => number,
  arrivedOn: ({ amendment }) => amendment.arrivedOn,
  record: ({ record }) => record,
  claim: ({ claim }) => claim,
  evidenceWanted: (material) => tells(material, 'evidenceAsked')?.wanted ?? null,
  amendingAgency: (material) => otherAgencyIn(material)?.amendingAgency ?? null,
  amendingContact: (material) => otherAgencyIn(material)?.contact ?? null,
  amendedTo: (material) => {
    const decision = decisionIn(material)
    return decision?.result === 'amended' ? decision.says : null
  },
  amendedSince: (material) => {
    const decision = decisionIn(material)
    return decision?.result === 'amended' ? decision.since : null
  },
  reasons: (material) => {
    const decision = decisionIn(material)
    return otherAgencyIn(material)?.reasons ?? (decision?.result === 'refused' ? decision.reasons : null)
  },
  contact: ({ facts }) => facts.contact,
}

/** The agency that may amend, where the letter is about one. */
export function otherAgencyIn({ told }: Pick<AmendmentMaterial, 'told'>): AmendingAgency | null {
  return told.type === 'transferred' || told.type === 'toldElsewhere' ? told : null
}

function decisionIn(material: AmendmentMaterial): AmendmentDecision | null {
  return tells(material, 'decided')?.decision ?? null
}

function tells<T extends AmendmentEventType>({ told }: AmendmentMaterial, type: T): AmendmentEventOf<T> | null {
  return told.type === type ? (told as AmendmentEventOf<T>) : null
}
