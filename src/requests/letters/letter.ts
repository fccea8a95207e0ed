import type { Calendar } from '../../statute/calendar/calendar.ts'
import type { Citation } from '../../statute/citation.ts'
import type { Day } from '../../statute/day.ts'
import type { RequestEvent } from '../events/request-event.ts'
import type { ElementId } from './elements.ts'
import type { LetterFields } from './fields/letter-fields.ts'
import type { AgencyRank } from './reconsideration-bodies.ts'
import type { RemediesGap, RemediesNames, RemediesSettings } from './remedies-clause.ts'
import type { RemediesLastDays } from './remedies-last-days.ts'
import type { RemediesDoubt } from './remedies-route.ts'

/** A case as its letters see it. `events` may end in one that is not stored yet, for a letter shown before its act is done. */
export type LetterCase = {
  readonly number: string
  readonly events: readonly RequestEvent[]
  readonly calendar: Calendar
}

/** What a letter says and no event holds: names, texts and settings. Null is not known, and refused where it must stand. */
export type LetterFacts = {
  readonly agency: { readonly name: string } & AgencyRank
  /** Names of all applicants, the representative first; empty where none is known. */
  readonly applicants: readonly string[]
  /** Name of the agent who acts for them, where there is one. */
  readonly agent?: string | null
  /** Names of the files that the reply hands over, in their order. */
  readonly attachments?: readonly string[]
  readonly content: string | null
  /** Which consultation is meant, as the case calls the party; null for the latest. */
  readonly consulted: string | null
  /** Name of a third party, whom the case knows by a label only. */
  readonly thirdParty: string | null
  /** Whom to speak with, and where. */
  readonly contact: string | null
  /** How the processing fee is paid. */
  readonly payment: string | null
  /** Number of a letter that is no reply, as the office gave it; a reply has the number of its approval. */
  readonly documentNumber: string | null
  /** A reply that nobody has approved, to be looked at: without number and day. */
  readonly draft: boolean
  /** Day of a letter that tells of no act of its own day: the receipt. */
  readonly today: Day
  /** Replies are all called alike, or each by what it decides; both are in use. */
  readonly replyTitles: 'alike' | 'byOutcome'
  readonly remedies: { readonly names: Omit<RemediesNames, 'self'>; readonly settings: RemediesSettings }
}

/** A letter, all its words in place; a writer adds none. */
export type Letter = {
  readonly title: string
  readonly addressee: string
  /** 文号; null for notices without one, and for drafts. */
  readonly number: string | null
  /** What stands where the number does: the number, the mark of a draft, or nothing. */
  readonly numberLine: string | null
  readonly draft: boolean
  /** What is told, a paragraph each. */
  readonly paragraphs: readonly string[]
  readonly remedies: readonly string[]
  /** 附件说明, a line each. */
  readonly attachments?: readonly string[]
  /** The agency that signs. */
  readonly signature: string
  /** Day of the letter; of a draft, the day it was drafted, which is not printed. */
  readonly on: Day
  /** The day as it is printed: blanks in a draft. */
  readonly date: string
  /** 附注: whom to speak with. */
  readonly note: string
}

/** A thing that must stand in a letter and is not known, with the article that asks for it where one does. */
export type MissingElement = {
  readonly element: ElementId | RemediesGap | 'documentNumber' | 'agent' | 'attachments'
  readonly article: Citation | null
}

/** Something for the clerk to know or settle; never printed. */
export type LetterDoubt = RemediesDoubt | 'noArticle' | 'provisionalDay'

export type ComposedLetter =
  | {
      readonly letter: Letter
      /** The same for a template of the office. */
      readonly fields: LetterFields
      readonly citations: readonly Citation[]
      readonly doubts: readonly LetterDoubt[]
      /** For the clerk, of a reply that the applicant has in hand. */
      readonly lastDays: RemediesLastDays | null
      readonly refused?: never
    }
  | {
      readonly refused:
        | { readonly rule: 'letter-not-due' }
        | { readonly rule: 'letter-incomplete'; readonly missing: readonly MissingElement[] }
      readonly letter?: never
      readonly fields?: never
      readonly citations?: never
      readonly doubts?: never
      readonly lastDays?: never
    }
