import type { Approval } from '../../office/approval.ts'
import type { FileReference } from '../../office/file-reference.ts'
import type { ApplicantKindId } from '../../statute/applicant-kinds.ts'
import type { Day } from '../../statute/day.ts'
import type { ReceiptChannelId } from '../../statute/receipt-channels.ts'
import type { Agent, PersonReference, ServiceMethod } from '../events/request-event.ts'
import type { AmendingAgency, AmendmentDecision, AmendmentEventOf, TransferredFrom } from './amendment-event.ts'
import type { AmendmentLetterKind } from './letters/amendment-letter-kind.ts'

/** Where a record amendment stands. */
export type AmendmentPhase =
  | 'handling'
  | 'awaitingEvidence'
  /** A decision is drafted and waits for approval. */
  | 'decided'
  /** Approved, and not served yet. */
  | 'approved'
  /** With the agency that may amend; the applicant is still to be told. */
  | 'transferred'
  | 'closed'

export const amendmentPhases: readonly AmendmentPhase[] = [
  'handling',
  'awaitingEvidence',
  'decided',
  'approved',
  'transferred',
  'closed',
]

/** How a case ended. */
export type AmendmentResult = 'amended' | 'refused' | 'transferred' | 'toldElsewhere' | 'withdrawn'

export const amendmentResults: readonly AmendmentResult[] = [
  'amended',
  'refused',
  'transferred',
  'toldElsewhere',
  'withdrawn',
]

export type AmendmentDispatch = {
  readonly dispatch: number
  readonly unit: string
  readonly sentOn: Day
  readonly dueOn: Day | null
  readonly question: string
  readonly answer: AmendmentEventOf<'dispatchAnswered'> | null
}

/** A record amendment as its events have made it; everything here is folded by `evolveAmendment`. */
export type AmendmentCase = {
  readonly phase: AmendmentPhase
  readonly channel: ReceiptChannelId
  readonly arrivedOn: Day
  readonly applicantKind: ApplicantKindId
  readonly applicant: PersonReference
  readonly agent: Agent | null
  readonly transferredFrom: TransferredFrom | null
  readonly targetOn: Day | null
  readonly evidence: readonly FileReference[]
  readonly dispatches: readonly AmendmentDispatch[]
  readonly decision: (AmendmentDecision & { readonly on: Day; readonly by: string }) | null
  readonly approval: { readonly on: Day; readonly approval: Approval; readonly documentNumber: string } | null
  readonly transfer: (AmendingAgency & { readonly on: Day; readonly toldOn: Day | null }) | null
  readonly elsewhere: (AmendingAgency & { readonly on: Day }) | null
  readonly service: {
    readonly on: Day
    readonly method: ServiceMethod
    readonly tracking: string | null
    readonly proof: FileReference | null
  } | null
  /** Letters that went out, as they were kept. */
  readonly letters: readonly Omit<AmendmentEventOf<'letterKept'>, 'type'>[]
  /** The latest day of the act that each letter tells of, before which it cannot have gone out. */
  readonly reached: Readonly<Partial<Record<AmendmentLetterKind, Day>>>
  /** Decisions that were approved and not returned, oldest first. */
  readonly approved: readonly { readonly on: Day; readonly documentNumber: string }[]
  /** The remedy that orders a new decision, and the day until which; the target day is never later. */
  readonly reopening: { readonly on: Day; readonly remedy: string; readonly until: Day } | null
  readonly closing: { readonly result: AmendmentResult; readonly on: Day } | null
}

/** Whether the case ended with something that a remedy is open against: a decision, or the notice that another agency is to be asked. */
export function isContestable({ closing }: AmendmentCase): boolean {
  return closing !== null && contestableResults.includes(closing.result)
}

export const contestableResults: readonly AmendmentResult[] = ['amended', 'refused', 'toldElsewhere']
