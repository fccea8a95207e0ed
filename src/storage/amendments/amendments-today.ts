import { sql } from 'kysely'
import {
  type AmendmentToDo,
  amendmentReasonsToday,
  amendmentToDoReasons,
  waitingLongBefore,
} from '../../requests/today/amendment-to-do.ts'
import { byReason, mostToday, type WorkToday } from '../../requests/today/work-today.ts'
import type { Day } from '../../statute/day.ts'
import type { Trx } from '../storage.ts'

/** The record amendments that want somebody today, by reason; in each, those that wait longest first. */
export async function amendmentsToday(trx: Trx, agencyId: number, today: Day): Promise<WorkToday['amendments']> {
  const { rows } = await sql<AmendmentToDo>`select number, phase, arrived_on as "arrivedOn", target_on as "targetOn"
    from amendment where agency_id = ${agencyId} and closed_on is null
      and (target_on < ${today}::date or phase in ('decided', 'approved', 'transferred')
        or (target_on is null and arrived_on < ${waitingLongBefore(today)}::date))
    order by arrived_on, number limit ${mostToday}`.execute(trx)
  return byReason(amendmentToDoReasons, rows, (one) => amendmentReasonsToday(one, today))
}
