import { sql } from 'kysely'
import { contestableResults } from '../../requests/amendments/amendment-case.ts'
import { transitions } from '../../requests/decide/transitions.ts'
import type { Remedy } from '../../requests/remedies/remedy.ts'
import { awaitedReason, remedyToDo, remedyToDoReasons, reopenToldFrom } from '../../requests/today/remedy-to-do.ts'
import type { WorkToday } from '../../requests/today/work-today.ts'
import type { Calendar } from '../../statute/calendar/calendar.ts'
import type { Day } from '../../statute/day.ts'
import type { Trx } from '../storage.ts'
import { awaitingRemedies } from './list-remedies.ts'
import { remedyColumns } from './remedy-columns.ts'

/** The reconsiderations and litigation that want somebody today, by reason; each reason by day. */
export async function remediesToday(
  trx: Trx,
  agencyId: number,
  calendar: Calendar,
  today: Day,
  soon: Day,
): Promise<WorkToday['remedies']> {
  const awaited = (await awaitingRemedies(trx, agencyId)).flatMap(
    (remedy) => awaitedReason(remedy, calendar, today, soon) ?? [],
  )
  const reopening = await remediesToReopen(trx, agencyId, reopenToldFrom(today))
  const found = [...awaited, ...reopening.map((one) => ({ reason: 'toReopen' as const, one: remedyToDo(one, null) }))]
  return remedyToDoReasons
    .map((reason) => ({
      reason,
      cases: found
        .filter((each) => each.reason === reason)
        .map(({ one }) => one)
        .sort((a, b) => String(a.dueOn).localeCompare(String(b.dueOn))),
    }))
    .filter(({ cases }) => cases.length > 0)
}

/** Overturned here since `from`, and the request or record amendment was not reopened since: a ledger's cases are reopened elsewhere. */
async function remediesToReopen(trx: Trx, agencyId: number, from: Day): Promise<readonly Remedy[]> {
  const { rows } = await sql<Remedy>`select ${remedyColumns} from remedy t
    where agency_id = ${agencyId} and managed and result = 'overturned' and concluded_on >= ${from}::date
      and exists (select from request r where r.agency_id = t.agency_id and r.number = t.request_number
        and r.destroyed_in is null and r.phase = any (${transitions.reopen.from}::text[])
        and (r.reopened_on is null or r.reopened_on < t.concluded_on)
        union all select from amendment a where a.agency_id = t.agency_id and a.number = t.request_number
        and a.destroyed_in is null and a.result = any (${contestableResults}::text[]) and a.closed_on <= t.concluded_on
        and not exists (select from request r where r.agency_id = a.agency_id and r.number = a.number))
    order by concluded_on, case_number`.execute(trx)
  return rows
}
