import { setImmediate } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import { foldEvents } from '../../requests/case/evolve.ts'
import { listingOf, type RequestListing } from '../../requests/case/listing-of.ts'
import { deadlineVersion, type OfficeCalendar } from '../../requests/case/own-deadline.ts'
import type { RequestEvent } from '../../requests/events/request-event.ts'
import type { Day } from '../../statute/day.ts'
import { appendAudit } from '../audit.ts'
import { arrayText } from '../ledger/ledger-mapping.ts'
import type { Trx } from '../storage.ts'
import { fromStored } from './stored-event.ts'

/** A case whose deadline another calendar moves. */
export type MovedDeadline = {
  readonly number: string
  readonly receivedOn: Day | null
  readonly before: Day | null
  readonly after: Day | null
}

/** Cases read and counted at a time: flat memory. */
const BATCH = 2000

/**
 * Counts the deadlines of open cases anew where another calendar counted them. Closed cases do not move. What moved is in the
 * audit chain, and is given back.
 */
export async function refreshDeadlines(
  trx: Trx,
  agencyId: number,
  calendar: OfficeCalendar,
  today: Day,
): Promise<readonly MovedDeadline[]> {
  const numbers = await outdatedRequests(trx, agencyId, deadlineVersion(calendar))
  const moved: MovedDeadline[] = []
  let next: readonly Recounted[] | null = []
  for (let from = 0; next; from += BATCH) {
    const counted: readonly Recounted[] = next
    // While the database writes one batch, the next one is counted.
    const counting: Promise<readonly Recounted[]> | null =
      from < numbers.length ? recount(trx, agencyId, numbers.slice(from, from + BATCH), calendar, today) : null
    const storing = storeRecounted(trx, agencyId, deadlineVersion(calendar), counted)
    const [ahead]: readonly [readonly Recounted[] | null, unknown] = await Promise.all([counting, storing])
    for (const { number, before, listing } of counted.filter(isMoved))
      moved.push({ number, receivedOn: listing.receivedOn, before, after: listing.dueOn })
    next = ahead
  }
  return moved
}

type Recounted = { readonly number: string; readonly before: Day | null; readonly listing: RequestListing }

const isMoved = ({ before, listing }: Recounted) => before !== listing.dueOn

async function recount(
  trx: Trx,
  agencyId: number,
  numbers: readonly string[],
  calendar: OfficeCalendar,
  today: Day,
): Promise<readonly Recounted[]> {
  const rows = await lockedWithEvents(trx, agencyId, numbers)
  // What waits for the connection is sent before the counting, which takes the thread for a while.
  await setImmediate()
  return rows.map(({ number, dueOn, events }) => {
    const request = foldEvents(events.map(fromStored))
    if (!request) throw new Error(`request ${number} has no events`)
    return { number, before: dueOn, listing: listingOf(request, calendar, today) }
  })
}

async function storeRecounted(trx: Trx, agencyId: number, version: string, listed: readonly Recounted[]) {
  if (listed.length === 0) return
  await sql`update request t set due_on = n.due_on, own_due_on = n.own_due_on, lapses_on = n.lapses_on,
      provisional = n.provisional, waiting_for = n.waiting_for, calendar = ${version}
    from (select unnest(${arrayText(listed.map(({ number }) => number))}::text[]) as number,
      unnest(${arrayText(listed.map(({ listing }) => listing.dueOn))}::date[]) as due_on,
      unnest(${arrayText(listed.map(({ listing }) => listing.ownDueOn))}::date[]) as own_due_on,
      unnest(${arrayText(listed.map(({ listing }) => listing.lapsesOn))}::date[]) as lapses_on,
      unnest(${arrayText(listed.map(({ listing }) => listing.provisional))}::boolean[]) as provisional,
      unnest(${arrayText(listed.map(({ listing }) => listing.waitingFor))}::text[]) as waiting_for) n
    where t.agency_id = ${agencyId} and t.number = n.number`.execute(trx)
  const told = listed.filter(isMoved).map(({ number, before, listing }) => ({ number, before, after: listing.dueOn }))
  if (told.length === 0) return
  const after = { calendar: version, moved: told }
  await appendAudit(trx, { agencyId, action: 'requests.deadlinesMoved', subject: version, after })
}

/** Open cases that another calendar counted: two ranges of an index, which is all that is asked where there are none. */
async function outdatedRequests(trx: Trx, agencyId: number, version: string): Promise<readonly string[]> {
  const outdated = (range: RawBuilder<unknown>) => sql`select number from request
    where agency_id = ${agencyId} and phase not in ('closed', 'joined', 'archived') and ${range}`
  const { rows } = await sql<{ number: string }>`${outdated(sql`calendar < ${version}`)} union all
    ${outdated(sql`calendar > ${version}`)} order by number`.execute(trx)
  return rows.map(({ number }) => number)
}

/** Cases and their events. Locked first and read afterwards, so that an act which came in between is not lost. */
async function lockedWithEvents(trx: Trx, agencyId: number, numbers: readonly string[]) {
  const list = arrayText(numbers)
  const { rows } = await sql<{ number: string; dueOn: Day | null }>`select number, due_on as "dueOn" from request
    where agency_id = ${agencyId} and number = any (${list}::text[]) order by number for update`.execute(trx)
  const { rows: told } = await sql<{ number: string; event: RequestEvent }>`select number, event from request_event
    where agency_id = ${agencyId} and number = any (${list}::text[]) order by number, version`.execute(trx)
  const events = Map.groupBy(told, ({ number }) => number)
  return rows.map((row) => ({ ...row, events: (events.get(row.number) ?? []).map(({ event }) => event) }))
}
