import type { Approval } from '../../office/approval.ts'
import type { FileReference } from '../../office/file-reference.ts'
import type { ApplicantKindId } from '../../statute/applicant-kinds.ts'
import type { Day } from '../../statute/day.ts'
import type { OutcomeId } from '../../statute/outcomes.ts'
import type { ReceiptChannelId } from '../../statute/receipt-channels.ts'
import type { ClockEvent, ConsultedWith } from '../clock/clock-event.ts'
import type {
  Agent,
  Decision,
  EventOf,
  PersonReference,
  RequestItem,
  ServiceMethod,
  Wanted,
} from '../events/request-event.ts'
import type { Phase } from './phase.ts'

/** A business unit's part in a case. */
export type Dispatch = {
  readonly dispatch: number
  readonly unit: string
  readonly sentOn: Day
  readonly dueOn: Day | null
  readonly question: string
  readonly chasedOn: Day | null
  /** Null while the unit owes an answer; a returned answer is owed again. */
  readonly answer: EventOf<'dispatchAnswered'> | null
}

/** A party that was consulted. */
export type Consulted = {
  readonly with: ConsultedWith
  readonly party: string
  readonly person: PersonReference | null
  readonly information: string
  readonly sentOn: Day
  readonly receivedOn: Day | null
  readonly answer: 'consents' | 'objects' | 'partly' | 'silent' | null
  readonly informed: boolean
}

/** A letter as it went out. */
export type KeptLetter = Omit<EventOf<'letterKept'>, 'type'>

/** How and when a case ended. The first end is the one that the annual report counts. */
export type Closing = { readonly outcome: OutcomeId; readonly on: Day }

/** A disclosure request as its events have made it. No stored conclusion: everything here is folded by `evolve`. */
export type RequestCase = {
  readonly phase: Phase
  readonly channel: ReceiptChannelId
  readonly arrivedOn: Day
  /** 条例31. Null until both sides have confirmed, where the channel asks for it. */
  readonly receivedOn: Day | null
  readonly applicantKind: ApplicantKindId
  readonly applicants: readonly PersonReference[]
  readonly agent: Agent | null
  readonly wanted: Wanted | null
  readonly items: readonly RequestItem[]
  readonly corrected: boolean
  readonly dispatches: readonly Dispatch[]
  readonly legalReview: EventOf<'legallyReviewed'> | null
  readonly consultations: readonly Consulted[]
  readonly justification: 'notAsked' | 'asked' | 'reasonable' | 'unreasonable'
  readonly fee: { readonly notifiedOn: Day; readonly cents: number; readonly paidOn: Day | null } | null
  readonly decision: (Decision & { readonly on: Day; readonly by: string }) | null
  readonly approval: { readonly on: Day; readonly approval: Approval; readonly documentNumber: string } | null
  readonly service: {
    readonly on: Day
    readonly method: ServiceMethod
    readonly tracking: string | null
    readonly proof: FileReference | null
  } | null
  /** Replies that were approved and not returned: with the number of each, null where only a ledger tells of it. */
  readonly replies: readonly { readonly documentNumber: string | null; readonly on: Day }[]
  /** Letters that are kept as they went out. */
  readonly letters: readonly KeptLetter[]
  readonly closing: Closing | null
  readonly reopening: { readonly on: Day; readonly remedy: string; readonly until: Day | null } | null
  readonly closingAnew: Closing | null
  readonly joinedInto: string | null
  readonly volume: string | null
  /** The case as its clock sees it, from receipt to the first end. */
  readonly clockEvents: readonly ClockEvent[]
}
