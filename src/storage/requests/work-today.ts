import type { WorkToday } from '../../requests/today/work-today.ts'
import type { Calendar } from '../../statute/calendar/calendar.ts'
import { addDays, type Day } from '../../statute/day.ts'
import { amendmentsToday } from '../amendments/amendments-today.ts'
import { publicationsToday } from '../publications/publications-today.ts'
import { remediesToday } from '../remedies/remedies-today.ts'
import type { Trx } from '../storage.ts'
import { refreshDeadlines } from './refresh-deadlines.ts'
import { requestsToday } from './requests-today.ts'

/** What wants somebody today of requests, remedies, record amendments and publications, deadlines counted anew first; `days` is how far ahead "soon" reaches. */
export async function workToday(
  trx: Trx,
  agencyId: number,
  calendar: Calendar,
  today: Day,
  days: number,
): Promise<WorkToday> {
  await refreshDeadlines(trx, agencyId, calendar, today)
  const soon = addDays(today, days)
  return {
    toDo: await requestsToday(trx, agencyId, today, soon),
    remedies: await remediesToday(trx, agencyId, calendar, today, soon),
    amendments: await amendmentsToday(trx, agencyId, today),
    publications: await publicationsToday(trx, agencyId, today, soon),
  }
}
