import { sql } from 'kysely'
import { reasonsToday, type ToDoCase, toDoReasons } from '../../requests/today/to-do.ts'
import type { WorkToday } from '../../requests/today/work-today.ts'
import type { Day } from '../../statute/day.ts'
import type { Trx } from '../storage.ts'

/** More than anybody does in a day; the rest is in the lists. */
const most = 1000

/** The cases that want somebody today, by reason; up to `soon` a day is pressing. */
export async function requestsToday(trx: Trx, agencyId: number, today: Day, soon: Day): Promise<WorkToday['toDo']> {
  const { rows } = await sql<ToDoCase>`select number, phase, arrived_on as "arrivedOn", due_on as "dueOn",
      own_due_on as "ownDueOn", lapses_on as "lapsesOn"
    from request where agency_id = ${agencyId} and phase not in ('closed', 'joined', 'archived')
      and (due_on <= ${soon}::date or own_due_on <= ${today}::date or lapses_on < ${today}::date
        or phase in ('unconfirmed', 'decided', 'approved'))
    order by due_on nulls last, number limit ${most}`.execute(trx)
  const found = rows.map((one) => ({ one, reasons: reasonsToday(one, today, soon) }))
  return toDoReasons
    .map((reason) => ({ reason, cases: found.filter(({ reasons }) => reasons.includes(reason)).map(({ one }) => one) }))
    .filter(({ cases }) => cases.length > 0)
}
