import type { Day } from '../../statute/day.ts'
import type { Phase } from '../case/phase.ts'

/** Why a case wants somebody today. */
export type ToDoReason =
  /** Arrived before today by a channel that both sides confirm on the day of arrival (条例31). */
  | 'unconfirmed'
  | 'overdue'
  | 'dueToday'
  | 'dueSoon'
  /** The office's own day has come. */
  | 'ownDue'
  /** The applicant has let the day pass: the case may be closed (条例30, 109号). */
  | 'lapsed'
  | 'toApprove'
  | 'toServe'

export const toDoReasons: readonly ToDoReason[] = [
  'overdue',
  'dueToday',
  'unconfirmed',
  'lapsed',
  'ownDue',
  'dueSoon',
  'toApprove',
  'toServe',
]

/** As much of a listed case as tells whether it wants somebody. */
export type ToDoCase = {
  readonly number: string
  readonly phase: Phase
  readonly arrivedOn: Day
  readonly dueOn: Day | null
  readonly ownDueOn: Day | null
  readonly lapsesOn: Day | null
}

/** What is to be done on a case today, the most pressing reason first; none where it can wait. `soon` is the day up to which it is pressing. */
export function reasonsToday(one: ToDoCase, today: Day, soon: Day): readonly ToDoReason[] {
  const { phase, arrivedOn, dueOn, ownDueOn, lapsesOn } = one
  const holds: Readonly<Record<ToDoReason, boolean>> = {
    overdue: dueOn !== null && dueOn < today,
    dueToday: dueOn === today,
    unconfirmed: phase === 'unconfirmed' && arrivedOn <= today,
    lapsed: lapsesOn !== null && lapsesOn < today,
    ownDue: dueOn !== null && dueOn > today && ownDueOn !== null && ownDueOn <= today,
    dueSoon: dueOn !== null && dueOn > today && dueOn <= soon && !(ownDueOn !== null && ownDueOn <= today),
    toApprove: phase === 'decided',
    toServe: phase === 'approved',
  }
  return toDoReasons.filter((reason) => holds[reason])
}
