import type { Calendar } from '../../statute/calendar/calendar.ts'
import { addDays, type Day } from '../../statute/day.ts'
import { evaluateRemedy } from '../remedies/evaluate-remedy.ts'
import type { Remedy } from '../remedies/remedy.ts'

/** Why a reconsideration or litigation wants somebody today. */
export type RemedyToDoReason =
  | 'overdue'
  | 'dueToday'
  | 'dueSoon'
  /** It overturned an answer, and the request waits to be reopened. */
  | 'toReopen'

export const remedyToDoReasons: readonly RemedyToDoReason[] = ['overdue', 'dueToday', 'toReopen', 'dueSoon']

/** What is told of such a case: numbers and days only. */
export type RemedyToDo = Pick<Remedy, 'caseNumber' | 'kind' | 'requestNumber' | 'concludedOn'> & {
  /** Last day for the agency's own reply or answer. */
  readonly dueOn: Day | null
}

/** How long a request is told of that could be reopened: a decision need not order a new answer. */
const reopenTellDays = 90

/** The earliest end of a case that is still told of. */
export function reopenToldFrom(today: Day): Day {
  return addDays(today, -reopenTellDays)
}

/** Why a case that awaits the agency's reply or answer wants somebody; null while it can wait. */
export function awaitedReason(
  remedy: Remedy,
  calendar: Calendar,
  today: Day,
  soon: Day,
): { readonly reason: RemedyToDoReason; readonly one: RemedyToDo } | null {
  const { dueOn } = evaluateRemedy(remedy, calendar, today)
  if (dueOn === null || dueOn > soon) return null
  const reason = dueOn < today ? 'overdue' : dueOn === today ? 'dueToday' : 'dueSoon'
  return { reason, one: remedyToDo(remedy, dueOn) }
}

export function remedyToDo({ caseNumber, kind, requestNumber, concludedOn }: Remedy, dueOn: Day | null): RemedyToDo {
  return { caseNumber, kind, requestNumber, dueOn, concludedOn }
}
