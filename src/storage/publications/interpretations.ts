import { sql } from 'kysely'
import { publicationListing } from '../../publications/publication-listing.ts'
import type { Day } from '../../statute/day.ts'
import { agencyCalendar } from '../calendars.ts'
import type { Trx } from '../storage.ts'
import { loadPublication } from './load-publication.ts'

/** The day on which the last of these items was published; null where there is none, or some of them is not public. */
export async function interpretedOn(trx: Trx, ids: readonly string[]): Promise<Day | null> {
  if (ids.length === 0) return null
  const { rows } = await sql<{ found: number; on: Day | null }>`select count(*)::integer as found,
      to_char(max(published_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "on"
    from public_item where id = any (${ids}::uuid[])`.execute(trx)
  return rows[0]?.found === new Set(ids).size ? rows[0].on : null
}

/** Counts the last day anew of those that explain an item which was just published, and are not public themselves. */
export async function recountInterpretations(trx: Trx, agencyId: number, id: string): Promise<void> {
  const { rows } = await sql<{
    number: string
    ids: readonly string[]
  }>`select number, interprets as ids from publication
    where agency_id = ${agencyId} and first_published_at is null and interprets @> array[${id}::uuid] for update`.execute(
    trx,
  )
  for (const { number, ids } of rows) {
    const { item } = await loadPublication(trx, agencyId, number, { for: 'reading' })
    const beside = { interpretedOn: await interpretedOn(trx, ids) }
    const { dueOn } = publicationListing(item, await agencyCalendar(trx, agencyId), beside)
    await sql`update publication set due_on = ${dueOn} where agency_id = ${agencyId} and number = ${number}`.execute(
      trx,
    )
  }
}
