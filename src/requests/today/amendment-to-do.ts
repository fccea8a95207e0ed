import { addDays, type Day } from '../../statute/day.ts'
import type { AmendmentPhase } from '../amendments/amendment-case.ts'

/** Why a record amendment wants somebody today. */
export type AmendmentToDoReason =
  /** The office's own day, or the one that a remedy ordered, is over. */
  | 'pastTarget'
  | 'toApprove'
  /** To be served, or the applicant to be told of a transfer. */
  | 'toServe'
  /** Nobody set a day, and it has been open for long. */
  | 'waitingLong'

export const amendmentToDoReasons: readonly AmendmentToDoReason[] = [
  'pastTarget',
  'toApprove',
  'toServe',
  'waitingLong',
]

/** What is told of such a case: number and days only. */
export type AmendmentToDo = {
  readonly number: string
  readonly phase: AmendmentPhase
  readonly arrivedOn: Day
  readonly targetOn: Day | null
}

/** Days of the calendar after which an open case without a target day is told of: our choice, for the law has no period. */
const longDays = 30

/** What arrived before this day has been waiting for long. */
export function waitingLongBefore(today: Day): Day {
  return addDays(today, -longDays)
}

/** What is to be done on an open case today, the most pressing reason first; none where it can wait. */
export function amendmentReasonsToday(
  { phase, arrivedOn, targetOn }: AmendmentToDo,
  today: Day,
): readonly AmendmentToDoReason[] {
  const holds: Readonly<Record<AmendmentToDoReason, boolean>> = {
    pastTarget: targetOn !== null && targetOn < today,
    toApprove: phase === 'decided',
    toServe: phase === 'approved' || phase === 'transferred',
    waitingLong: targetOn === null && arrivedOn < waitingLongBefore(today),
  }
  return amendmentToDoReasons.filter((reason) => holds[reason])
}
