import { sql } from 'kysely'
import { reasonsToday, type ToDoCase, toDoReasons } from '../../requests/today/to-do.ts'
import { byReason, mostToday, type WorkToday } from '../../requests/today/work-today.ts'
import type { Day } from '../../statute/day.ts'
import type { Trx } from '../storage.ts'

/** The cases that want somebody today, by reason; up to `soon` a day is pressing. */
export async function requestsToday(trx: Trx, agencyId: number, today: Day, soon: Day): Promise<WorkToday['toDo']> {
  const { rows } = await sql<ToDoCase>`select number, phase, arrived_on as "arrivedOn", due_on as "dueOn",
      own_due_on as "ownDueOn", lapses_on as "lapsesOn"
    from request where agency_id = ${agencyId} and phase not in ('closed', 'joined', 'archived')
      and (due_on <= ${soon}::date or own_due_on <= ${today}::date or lapses_on < ${today}::date
        or phase in ('unconfirmed', 'decided', 'approved'))
    order by due_on nulls last, number limit ${mostToday}`.execute(trx)
  return byReason(toDoReasons, rows, (one) => reasonsToday(one, today, soon))
}
