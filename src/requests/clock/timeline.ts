import type { ConsultedWith } from './clock-event.ts'

/** Days are day numbers throughout: the clock counts, and turns into text only what it tells. */
export type DayNumber = number

/** A stretch for which the statutory count runs: from receipt, or anew from a correction or a payment. */
export type Period = {
  readonly cause: 'received' | 'corrected' | 'feePaid'
  /** Its first day, which is not counted. */
  readonly start: DayNumber
  readonly workingDays: number
  readonly extension: Extension | null
  /** 条例35: a day set by the agency in place of the count. */
  readonly postponedUntil: DayNumber | null
}

export type Extension = { readonly on: DayNumber; readonly workingDays: number }

/** A stop of the count that ends in a new period, or in the request being closed. */
export type Stop = {
  readonly cause: 'correction' | 'fee'
  readonly on: DayNumber
  /** Last day for the applicant to act; null while the day on which the notice arrived is not known. */
  readonly lapses: DayNumber | null
}

export type Consultation = {
  readonly with: ConsultedWith
  readonly party: string
  readonly sentOn: DayNumber
  /** The last day that can be left out of the count; null where nothing ends the pause but the answer. */
  readonly capOn: DayNumber | null
  readonly answeredOn: DayNumber | null
}

export type Closing = { readonly by: 'replied' | 'withdrawn' | 'abandoned' | 'feeLapsed'; readonly on: DayNumber }

/** Where the clock of a request stands once its events are followed. */
export type Timeline = {
  readonly receivedOn: DayNumber
  readonly period: Period
  /** Earlier periods, each with the stop that ended it. */
  readonly dropped: readonly { readonly period: Period; readonly stop: Stop }[]
  readonly stop: Stop | null
  readonly correctionUsed: boolean
  readonly feeUsed: boolean
  readonly justificationOpen: boolean
  readonly consultations: readonly Consultation[]
  readonly closing: Closing | null
}

/** Whether a consultation still stops the count at the end of `asOf`. */
export function isOpen({ capOn, answeredOn }: Consultation, asOf: DayNumber): boolean {
  return answeredOn === null && (capOn === null || asOf <= capOn)
}
