import type { RemedyToDo, RemedyToDoReason } from './remedy-to-do.ts'
import type { ToDoCase, ToDoReason } from './to-do.ts'

/** All that wants somebody today, by reason, the most pressing first: numbers and days only. */
export type WorkToday = {
  readonly toDo: readonly { readonly reason: ToDoReason; readonly cases: readonly ToDoCase[] }[]
  readonly remedies: readonly { readonly reason: RemedyToDoReason; readonly cases: readonly RemedyToDo[] }[]
}
