import type { Approval } from '../../office/approval.ts'
import type { FileReference } from '../../office/file-reference.ts'
import type { ApplicantKindId } from '../../statute/applicant-kinds.ts'
import type { Day } from '../../statute/day.ts'
import type { ReceiptChannelId } from '../../statute/receipt-channels.ts'
import type { Agent, EventOf, PersonReference, ServiceMethod } from '../events/request-event.ts'
import type { AmendmentLetterKind } from './letters/amendment-letter-kind.ts'

/** Another agency that transferred the case here, with its own number and day where its letter has them. */
export type TransferredFrom = {
  readonly agency: string
  readonly reference: string | null
  readonly sentOn: Day | null
}

/** Why a record stays as it is. */
export type RefusalGround = 'recordIsRight' | 'notAboutApplicant' | 'noEvidence'

/** What is decided: the record is amended, what it then says and since when; or it stays, and why. */
export type AmendmentDecision =
  | { readonly result: 'amended'; readonly says: string; readonly since: Day }
  | { readonly result: 'refused'; readonly ground: RefusalGround; readonly reasons: string }

/** An agency that may amend where this one may not, whom to speak with there, and why it is that one. */
export type AmendingAgency = {
  readonly amendingAgency: string
  readonly contact: string | null
  readonly reasons: string
}

/**
 * What happened to a request for record amendment (条例41). `on` is the legal day, as in the events of disclosure requests. Who
 * asks is a reference; what they wrote stands in the listing, where it can be erased.
 */
export type AmendmentEvent =
  | {
      readonly type: 'registered'
      readonly on: Day
      readonly channel: ReceiptChannelId
      readonly applicantKind: ApplicantKindId
      readonly applicant: PersonReference
      readonly agent: Agent | null
      readonly evidence: readonly FileReference[]
      readonly transferredFrom: TransferredFrom | null
      /** The office's own last day; the law has none. */
      readonly targetOn: Day | null
    }
  | { readonly type: 'targetSet'; readonly on: Day; readonly targetOn: Day | null }
  | {
      readonly type: 'evidenceAsked'
      readonly on: Day
      readonly wanted: readonly string[]
      /** A day that the office asks for; nothing lapses with it. */
      readonly until: Day | null
    }
  | {
      readonly type: 'evidenceReceived'
      readonly on: Day
      readonly evidence: readonly FileReference[]
      /** That of the agent, where it comes later than the request. */
      readonly powerOfAttorney: FileReference | null
    }
  | {
      readonly type: 'dispatched'
      readonly on: Day
      readonly dispatch: number
      readonly unit: string
      readonly dueOn: Day | null
      readonly question: string
    }
  | {
      readonly type: 'dispatchAnswered'
      readonly on: Day
      readonly dispatch: number
      readonly opinion: string
      readonly material: readonly FileReference[]
    }
  | ({ readonly type: 'transferred'; readonly on: Day } & AmendingAgency)
  | { readonly type: 'transferTold'; readonly on: Day }
  | ({ readonly type: 'toldElsewhere'; readonly on: Day } & AmendingAgency & { readonly contact: string })
  | { readonly type: 'decided'; readonly on: Day; readonly decision: AmendmentDecision; readonly by: string }
  | { readonly type: 'decisionReturned'; readonly on: Day; readonly reasons: string }
  | { readonly type: 'approved'; readonly on: Day; readonly approval: Approval; readonly documentNumber: string }
  | {
      readonly type: 'served'
      readonly on: Day
      readonly method: ServiceMethod
      readonly tracking: string | null
    }
  | EventOf<'serviceProved'>
  | (Omit<EventOf<'letterKept'>, 'kind' | 'party'> & { readonly kind: AmendmentLetterKind })
  | { readonly type: 'withdrawn'; readonly on: Day }
  /** A remedy orders the case to be decided anew, `until` a day. */
  | EventOf<'reopened'>

export type AmendmentEventType = AmendmentEvent['type']
export type AmendmentEventOf<T extends AmendmentEventType> = Extract<AmendmentEvent, { type: T }>
