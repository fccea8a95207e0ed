import type { Citation } from '../../statute/citation.ts'
import type { Day } from '../../statute/day.ts'
import type { Receipt } from './clock-event.ts'
import type { Consultation, Period, Stop } from './timeline.ts'

/** One step of the way to a due date, as data; words come from `words/`. First and last day belong to the step. */
export type ClockStep = {
  readonly from: Day
  /** Null while nobody knows. */
  readonly to: Day | null
  /** Working days of the period that this step used up. */
  readonly counted: number
  readonly reason: StepReason
  readonly article: Citation
}

export type StepReason =
  /** The day of receipt, of the correction or of the payment, which is not counted. */
  | { readonly is: 'start'; readonly cause: Period['cause']; readonly channel: Receipt['channel'] }
  /** Working days number `first` to `last` of the period; `dropped` where a new period made them void. */
  | { readonly is: 'counted'; readonly first: number; readonly last: number; readonly dropped: Stop['cause'] | null }
  /** Rest days only, between two pauses. */
  | { readonly is: 'rest' }
  | { readonly is: 'extended'; readonly workingDays: number }
  | { readonly is: 'postponed' }
  | { readonly is: 'consulting'; readonly consultations: readonly StepConsultation[] }
  | { readonly is: 'waiting'; readonly for: Stop['cause'] }

/** How a consultation ended, as far as the step goes: `closed` when the request was closed without waiting for it. */
export type StepConsultation = Pick<Consultation, 'with' | 'party'> & {
  readonly end: 'answered' | 'silent' | 'open' | 'closed'
}
