import type { Approval } from '../../office/approval.ts'
import type { FileReference } from '../../office/file-reference.ts'
import type { ApplicantKindId } from '../../statute/applicant-kinds.ts'
import type { Day } from '../../statute/day.ts'
import type { OutcomeId } from '../../statute/outcomes.ts'
import type { ReceiptChannelId } from '../../statute/receipt-channels.ts'
import type { ConsultedWith } from '../clock/clock-event.ts'
import type { Charged } from '../fee/processing-fee.ts'
import type { LetterKind } from '../letters/letter-kind.ts'
import type { LedgerRequest } from './ledger-request.ts'

/** What stands for a person: who it is lies sealed elsewhere, and events never hold it. `destroy_listed` knows every place of one. */
export type PersonReference = string

/** Who acts for the applicant, with the power of attorney that was handed in (条例29, 民法典). */
export type Agent = { readonly person: PersonReference; readonly powerOfAttorney: FileReference | null }

/** In which form, and by which way, the applicant wants the information (条例29¶2(3)). */
export type Wanted = {
  readonly form: 'paper' | 'electronic' | 'onSite' | 'other'
  readonly by: 'inPerson' | 'post' | 'email' | 'portal' | 'fax'
}

/** A thing asked for in a request that asks for several. */
export type RequestItem = { readonly id: number; readonly description: string }

/** The search that went before "we do not hold it" (条例36(4)): where, by which words, by whom, when. */
export type SearchRecord = {
  readonly places: readonly string[]
  readonly words: readonly string[]
  readonly by: string
  readonly on: Day
}

/** How the information is given: handed over, or told where and when it is to be had (条例36(1), 条例36(2)). */
export type Provision =
  | { readonly how: 'supplied'; readonly files: readonly FileReference[]; readonly description: string }
  | { readonly how: 'told'; readonly where: string; readonly when: string | null }

/** A part that is not given, with its own ground and reasons (条例37). */
export type WithheldPart = { readonly part: string; readonly ground: OutcomeId; readonly reasons: string }

/** What is decided, with what its letter must say. Which fields must be filled follows from the outcome. */
export type Decision = {
  readonly outcome: OutcomeId
  /** Facts and reasons in the office's words. */
  readonly reasons: string | null
  readonly provision: Provision | null
  readonly withheldParts: readonly WithheldPart[]
  readonly search: SearchRecord | null
  /** 条例36(5): the agency that is responsible, where it can be told. */
  readonly rightAgency: { readonly name: string; readonly contact: string } | null
  /** 条例36(6): the number of the earlier reply. */
  readonly earlierReply: string | null
  /** 条例36(7), 条例39: the other procedure, or where to get the publication. */
  readonly otherWay: string | null
}

/** How a letter reached the applicant. `post` is the postal enterprise; `courier` any other carrier. */
export type ServiceMethod = 'inPerson' | 'post' | 'courier' | 'portal' | 'email' | 'fax'

/**
 * What happened to a request. `on` is the legal day: the day of the notice for what the agency tells, of arrival for what
 * reaches it. Events are only added; what they led to is derived.
 */
export type RequestEvent =
  | {
      readonly type: 'registered'
      /** The day it arrived; by channels that are confirmed, not yet the day of receipt. */
      readonly on: Day
      readonly channel: ReceiptChannelId
      readonly applicantKind: ApplicantKindId
      /** The representative of joint applicants first. */
      readonly applicants: readonly PersonReference[]
      readonly agent: Agent | null
      readonly wanted: Wanted | null
      /** The application as it came, where it was scanned. */
      readonly scan?: FileReference
      /** 身份证明 that came with it as files. */
      readonly proofs?: readonly FileReference[]
    }
  | { readonly type: 'imported'; readonly on: Day; readonly row: LedgerRequest }
  | { readonly type: 'receiptConfirmed'; readonly on: Day }
  | { readonly type: 'correctionRequested'; readonly on: Day; readonly until: Day; readonly items: readonly string[] }
  | {
      readonly type: 'corrected'
      readonly on: Day
      readonly powerOfAttorney: FileReference | null
      /** Files that came with it. */
      readonly enclosed?: readonly FileReference[]
    }
  | { readonly type: 'abandoned'; readonly on: Day }
  | { readonly type: 'itemsListed'; readonly on: Day; readonly items: readonly RequestItem[] }
  | { readonly type: 'joined'; readonly on: Day; readonly into: string }
  | {
      readonly type: 'dispatched'
      readonly on: Day
      readonly dispatch: number
      readonly unit: string
      readonly dueOn: Day | null
      readonly question: string
    }
  | { readonly type: 'dispatchChased'; readonly on: Day; readonly dispatch: number }
  | {
      readonly type: 'dispatchAnswered'
      readonly on: Day
      readonly dispatch: number
      readonly opinion: string
      readonly proposed: OutcomeId | null
      readonly material: readonly FileReference[]
      readonly search: SearchRecord | null
    }
  | { readonly type: 'dispatchReturned'; readonly on: Day; readonly dispatch: number; readonly reasons: string }
  | { readonly type: 'legallyReviewed'; readonly on: Day; readonly agrees: boolean; readonly opinion: string }
  | {
      readonly type: 'consultationSent'
      readonly on: Day
      readonly with: ConsultedWith
      /** The name of an agency, or a label for a third party, whose name stands nowhere here. */
      readonly party: string
      readonly person: PersonReference | null
      readonly information: string
      readonly receivedOn: Day | null
    }
  | { readonly type: 'consultationReceived'; readonly on: Day; readonly party: string }
  | {
      readonly type: 'consultationAnswered'
      readonly on: Day
      readonly party: string
      readonly answer: 'consents' | 'objects' | 'partly'
      readonly reasons: string
    }
  | { readonly type: 'consultationSilent'; readonly on: Day; readonly party: string }
  | { readonly type: 'thirdPartyInformed'; readonly on: Day; readonly party: string; readonly reasons: string }
  | { readonly type: 'justificationRequested'; readonly on: Day; readonly until: Day | null; readonly why: string }
  | { readonly type: 'justified'; readonly on: Day; readonly reasonable: boolean }
  | { readonly type: 'postponed'; readonly on: Day; readonly until: Day; readonly reasons: string }
  | {
      readonly type: 'extended'
      readonly on: Day
      readonly workingDays: number
      readonly reasons: string
      /** The head of the disclosure office (条例33¶2). */
      readonly approvedBy: string
      readonly approvedOn: Day
    }
  | {
      readonly type: 'feeNotified'
      readonly on: Day
      readonly charged: Charged
      readonly cents: number
      readonly receivedOn: Day | null
    }
  | { readonly type: 'feeNoticeReceived'; readonly on: Day }
  | { readonly type: 'feePaid'; readonly on: Day }
  | { readonly type: 'feeLapsed'; readonly on: Day }
  | { readonly type: 'decided'; readonly on: Day; readonly decision: Decision; readonly by: string }
  | { readonly type: 'decisionReturned'; readonly on: Day; readonly reasons: string }
  | {
      readonly type: 'approved'
      readonly on: Day
      readonly approval: Approval
      /** The number of the letter, 文号. */
      readonly documentNumber: string
    }
  | {
      readonly type: 'served'
      /** The day that counts as the day of reply for this method. */
      readonly on: Day
      readonly method: ServiceMethod
      /** Number of the express letter. */
      readonly tracking: string | null
    }
  | {
      readonly type: 'serviceProved'
      readonly on: Day
      readonly proof: FileReference
      readonly signedBy: string | null
    }
  | {
      readonly type: 'letterKept'
      /** The day it went out. */
      readonly on: Day
      readonly kind: LetterKind
      /** The consulted party it was written to, as the case calls it; null for letters to the applicant. */
      readonly party: string | null
      readonly documentNumber: string | null
      readonly file: FileReference
      /** Composed here, or the scan of what was signed and stamped. */
      readonly origin: 'composed' | 'scan'
    }
  | { readonly type: 'withdrawn'; readonly on: Day }
  | {
      readonly type: 'reopened'
      readonly on: Day
      readonly remedy: string
      readonly until: Day
      readonly reasons: string
    }
  | { readonly type: 'archived'; readonly on: Day; readonly volume: string }

export type RequestEventType = RequestEvent['type']
export type EventOf<T extends RequestEventType> = Extract<RequestEvent, { type: T }>
