import type { RemedyToDo, RemedyToDoReason } from './remedy-to-do.ts'
import type { ToDoCase, ToDoReason } from './to-do.ts'

/** All that wants somebody today, by reason, the most pressing first: numbers and days only. */
export type WorkToday = {
  readonly toDo: readonly { readonly reason: ToDoReason; readonly cases: readonly ToDoCase[] }[]
  readonly remedies: readonly { readonly reason: RemedyToDoReason; readonly cases: readonly RemedyToDo[] }[]
}

const urgentReasons: readonly string[] = ['overdue', 'dueToday', 'unconfirmed']

/** Whether what wants somebody for this reason cannot wait until tomorrow. */
export function isUrgent(reason: ToDoReason | RemedyToDoReason): boolean {
  return urgentReasons.includes(reason)
}
