import type { AmendmentToDo, AmendmentToDoReason } from './amendment-to-do.ts'
import type { PublicationToDo, PublicationToDoReason } from './publication-to-do.ts'
import type { RemedyToDo, RemedyToDoReason } from './remedy-to-do.ts'
import type { ToDoCase, ToDoReason } from './to-do.ts'

/** All that wants somebody today, by reason, the most pressing first: numbers and days only. */
export type WorkToday = {
  readonly toDo: readonly { readonly reason: ToDoReason; readonly cases: readonly ToDoCase[] }[]
  readonly remedies: readonly { readonly reason: RemedyToDoReason; readonly cases: readonly RemedyToDo[] }[]
  /** Absent from notices that were kept before there were publications. */
  readonly publications?: readonly {
    readonly reason: PublicationToDoReason
    readonly cases: readonly PublicationToDo[]
  }[]
  readonly amendments: readonly { readonly reason: AmendmentToDoReason; readonly cases: readonly AmendmentToDo[] }[]
}

/** More than anybody does in a day; the rest is in the lists. */
export const mostToday = 1000

/** Cases in groups by the reasons that each of them has, in the order of `reasons`; none is empty. */
export function byReason<R, C>(
  reasons: readonly R[],
  cases: readonly C[],
  reasonsOf: (one: C) => readonly R[],
): readonly { readonly reason: R; readonly cases: readonly C[] }[] {
  const found = cases.map((one) => ({ one, its: reasonsOf(one) }))
  return reasons
    .map((reason) => ({ reason, cases: found.filter(({ its }) => its.includes(reason)).map(({ one }) => one) }))
    .filter((group) => group.cases.length > 0)
}

const urgentReasons: readonly string[] = [
  ...['overdue', 'dueToday', 'unconfirmed', 'toTakeDown', 'scheduleMissed'],
  ...['elsewhereOverdue', 'elsewhereDueToday'],
]

/** Whether what wants somebody for this reason cannot wait until tomorrow. */
export function isUrgent(reason: ToDoReason | RemedyToDoReason | AmendmentToDoReason | PublicationToDoReason): boolean {
  return urgentReasons.includes(reason)
}
