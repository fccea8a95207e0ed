import { sql } from 'kysely'
import type { Trx } from '../../storage.ts'
import type { SegmentPlaces } from './read-places.ts'
import type { Candidate, Search } from './search-requests.ts'

/** A case at a place of a segment; `moved`: it stands there by another day than it arrived on, as told since. */
export type PlacedCandidate = Candidate & { readonly segment: string; readonly moved: boolean }

/** The cases at places of segments as they are now, where they meet the other conditions. */
export async function checkPlaces(
  trx: Trx,
  { agencyId, where }: Pick<Search, 'agencyId' | 'where'>,
  places: readonly SegmentPlaces[],
): Promise<readonly PlacedCandidate[]> {
  const asked = places.flatMap(({ segment, ordinals }) => ordinals.map((ordinal) => ({ segment, ordinal })))
  if (asked.length === 0) return []
  const list = (values: readonly (string | number)[]) => `{${values.join(',')}}`
  const segments = list(asked.map(({ segment }) => segment))
  const blocks = list(asked.map(({ ordinal }) => ordinal >> 6))
  const members = list(asked.map(({ ordinal }) => (ordinal & 63) + 1))
  // One look-up each: a join would be planned wrongly while a new table has no statistics.
  const { rows } = await sql<PlacedCandidate>`
    select c.segment, r.number, r.arrived_on as "arrivedOn", r.content, r.arrived_on <> b.day as moved
    from unnest(${segments}::bigint[], ${blocks}::integer[], ${members}::integer[]) c (segment, block, member)
      cross join lateral (select numbers[c.member] as number, days[c.member] as day from request_search_block
        where agency_id = ${agencyId} and segment = c.segment and block = c.block offset 0) b
      cross join lateral (select number, arrived_on, content from request
        where ${where} and content is not null and number = b.number offset 0) r`.execute(trx)
  return rows
}
