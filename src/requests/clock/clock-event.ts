import type { Day } from '../../statute/day.ts'
import type { ReceiptChannelId } from '../../statute/receipt-channels.ts'

/** Whose opinion is asked for; it decides whether silence ends the pause (条例32, 条例33¶3, 条例34). */
export type ConsultedWith = 'thirdParty' | 'coMaker' | 'otherAgency'

/** How a request reached the agency. `on` is the day of receipt by 条例31: for channels that are confirmed, that day. */
export type Receipt = { readonly channel: ReceiptChannelId; readonly on: Day }

/**
 * What happened to a request, as far as its clock is concerned. `on` is the legal day: of the notice for what the agency
 * tells, of arrival for what reaches it. Events of one day count in the order in which they stand.
 */
export type ClockEvent =
  | { readonly type: 'correctionRequested'; readonly on: Day; readonly until: Day }
  | { readonly type: 'corrected'; readonly on: Day }
  | {
      readonly type: 'consultationSent'
      readonly on: Day
      readonly with: ConsultedWith
      readonly party: string
      /** Day on which the other side received the letter; null while it is not known. */
      readonly receivedOn: Day | null
    }
  | { readonly type: 'consultationAnswered'; readonly on: Day; readonly party: string }
  | { readonly type: 'justificationRequested'; readonly on: Day; readonly until: Day | null }
  | { readonly type: 'justified'; readonly on: Day }
  /** The day the applicant was told. */
  | { readonly type: 'extended'; readonly on: Day; readonly workingDays: number }
  | { readonly type: 'postponed'; readonly on: Day; readonly until: Day }
  | { readonly type: 'feeNotified'; readonly on: Day; readonly receivedOn: Day | null }
  | { readonly type: 'feePaid'; readonly on: Day }
  | { readonly type: 'replied'; readonly on: Day }
  | { readonly type: 'withdrawn'; readonly on: Day }
  | { readonly type: 'abandoned'; readonly on: Day }
  | { readonly type: 'feeLapsed'; readonly on: Day }

export type ClockEventType = ClockEvent['type']
