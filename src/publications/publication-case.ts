import type { Day } from '../statute/day.ts'
import type { Validity } from '../statute/validity.ts'
import type { Instant } from './instant.ts'
import type { AttributeProposal, ItemContent, PublicationEventOf } from './publication-event.ts'

/** Where an item stands. A published item that is revised is in the phase of its revision, and still published. */
export type PublicationPhase =
  | 'drafting'
  /** Submitted: waits for the secrecy review and the stages. */
  | 'reviewing'
  /** The secrecy review was unsure; somebody else is asked (条例17). */
  | 'referred'
  /** Passed everything; may be published, or must be kept from the public. */
  | 'approved'
  | 'scheduled'
  | 'published'
  | 'notPublished'
  | 'takenDown'
  | 'dropped'

export const publicationPhases: readonly PublicationPhase[] = [
  'drafting',
  'reviewing',
  'referred',
  'approved',
  'scheduled',
  'published',
  'notPublished',
  'takenDown',
  'dropped',
]

/** What the public sees now. */
export type PublishedVersion = {
  readonly content: ItemContent
  /** 1 for the first publication, one more for each revision. */
  readonly version: number
  readonly at: Instant
}

/** An item as its events have made it; everything here is folded by `evolvePublication`. */
export type PublicationCase = {
  readonly phase: PublicationPhase
  readonly unit: string
  readonly formedOn: Day
  readonly proposal: AttributeProposal
  /** What is drafted and reviewed; what was published last, once that is done. */
  readonly content: ItemContent
  readonly draftedBy: string
  readonly draftedOn: Day
  /** The stages of this round, in order; empty before it was submitted. */
  readonly stages: readonly string[]
  readonly passed: readonly PublicationEventOf<'stagePassed'>[]
  readonly secrecy: PublicationEventOf<'secrecyReviewed'> | null
  readonly publishAt: Instant | null
  /** 索引号: given at the first publication, kept for ever. */
  readonly indexNumber: string | null
  readonly firstPublishedAt: Instant | null
  readonly live: PublishedVersion | null
  readonly validity: { readonly validity: Validity; readonly since: Day; readonly basis: string } | null
  readonly annulled: { readonly on: Day; readonly basis: string } | null
  readonly takedown: { readonly on: Day; readonly reasons: string } | null
  /** The day of the last decision to keep it from the public, or of the last look at that. */
  readonly assessedOn: Day | null
  readonly elsewhere: readonly Omit<PublicationEventOf<'publishedElsewhere'>, 'type'>[]
}

/** The stage that waits to be passed; null when all are. */
export function stageWaiting({ stages, passed }: PublicationCase): string | null {
  return stages[passed.length] ?? null
}

/** Whether what was reviewed may be public: proposed so, and found so. */
export function mayBePublic({ proposal, secrecy }: PublicationCase): boolean {
  return proposal.attribute === 'proactive' && secrecy?.result === 'public'
}

/** Whether the public sees a version of it. */
export function isPublic({ live }: Pick<PublicationCase, 'live'>): boolean {
  return live !== null
}

/** Whether what the public sees is a decision on a penalty. */
export function isPenalty({ live }: Pick<PublicationCase, 'live'>): boolean {
  return live?.content.metadata.limit === 'penaltyDecision'
}
