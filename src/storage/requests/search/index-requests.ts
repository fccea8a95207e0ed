import { sql } from 'kysely'
import { foldText } from '../../../office/fold-text.ts'
import type { Gram } from '../../../office/grams.ts'
import { SegmentGrams } from '../../../requests/search/segment-grams.ts'
import { binaryArray } from '../../binary-array.ts'
import type { Storage, Trx } from '../../storage.ts'

/** Cases of a segment, about: what a batch holds in memory, and what the places of a word in a segment take up. */
const segmentCases = 32_768

/** Blocks whose texts are read at a time, so that whoever else waits for this process gets a turn. */
const blocksAtOnce = 8

/** Fewer cases are left waiting: they are quickly read, and small segments take more room and more look-ups. */
const worthwhile = 1000

/**
 * Puts cases that wait into the index of the search, one transaction a batch, until fewer wait than is worth it or `stopped`
 * says so. Leaves an agency alone that is being indexed already.
 */
export async function indexRequests(
  storage: Storage,
  agencyId: number,
  stopped: () => boolean,
  atLeast = worthwhile,
): Promise<void> {
  const transact = <T>(work: (trx: Trx) => Promise<T>) =>
    storage.transact({ agencies: [agencyId], actor: 'search-index' }, work)
  if (!(await transact((trx) => isWorthwhile(trx, agencyId, atLeast)))) return
  await transact((trx) => sql`select analyze_requests()`.execute(trx))
  let more = true
  while (more && !stopped()) more = await transact((trx) => indexBatch(trx, agencyId, atLeast))
}

async function isWorthwhile(trx: Trx, agencyId: number, atLeast: number): Promise<boolean> {
  const { rows } = await sql<{ cases: number }>`select coalesce(sum(cardinality(numbers)), 0)::integer as cases
    from request_search_waiting where agency_id = ${agencyId}`.execute(trx)
  return (rows[0]?.cases ?? 0) >= atLeast
}

/** False when too few waited, or when somebody else indexes. */
async function indexBatch(trx: Trx, agencyId: number, atLeast: number): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('request_search'), ${agencyId}) as free`.execute(trx)
  if (!rows[0]?.free || !(await isWorthwhile(trx, agencyId, atLeast))) return false
  const segment = await takeWaiting(trx, agencyId)
  if (segment === null) return false
  const { rows: made } = await sql<{ blocks: number }>`
    with made as (select min(block) as first, max(block) as last, sum(cardinality(numbers)) as cases
      from request_search_block where agency_id = ${agencyId} and segment = ${segment}),
    noted as (insert into request_search_segment (agency_id, segment, cases, newest_on, oldest_on)
      select b.agency_id, b.segment, made.cases, b.days[1],
        (select days[cardinality(days)] from request_search_block
          where agency_id = ${agencyId} and segment = ${segment} and block = made.last)
      from made join request_search_block b on b.agency_id = ${agencyId} and b.segment = ${segment} and b.block = made.first)
    select coalesce(last + 1, 0) as blocks from made`.execute(trx)
  const blocks = made[0]?.blocks ?? 0
  const grams = new SegmentGrams()
  for (let block = 0; block < blocks; block += blocksAtOnce) await addBlocks(trx, agencyId, segment, block, grams)
  for (const part of grams.parts()) await storeGrams(trx, agencyId, segment, part)
  return true
}

/** Makes the blocks of a new segment out of the cases that have waited longest. Gives the segment, null where none waited. */
async function takeWaiting(trx: Trx, agencyId: number): Promise<string | null> {
  const { rows } = await sql<{ segment: string | null }>`
    with counted as (select id, sum(cardinality(numbers)) over (order by id) - cardinality(numbers) as before
      from request_search_waiting where agency_id = ${agencyId}),
    taken as (delete from request_search_waiting where agency_id = ${agencyId}
      and id <= (select max(id) from counted where before < ${segmentCases}) returning id, numbers),
    cases as (select r.number, arrived_on, row_number() over (order by arrived_on desc, r.number desc) - 1 as ordinal
      from (select distinct unnest(numbers) as number from taken) n cross join lateral ${oneRequest(agencyId)} r
      where content is not null),
    stored as (insert into request_search_block (agency_id, segment, block, numbers, days)
      select ${agencyId}::integer, (select max(id) from taken), ordinal / 64, array_agg(number order by ordinal),
        array_agg(arrived_on order by ordinal)
      from cases group by ordinal / 64)
    select max(id) as segment from taken`.execute(trx)
  return rows[0]?.segment ?? null
}

async function addBlocks(
  trx: Trx,
  agencyId: number,
  segment: string,
  first: number,
  grams: SegmentGrams,
): Promise<void> {
  const { rows } = await sql<{ ordinal: number; content: string }>`
    select b.block * 64 + n.place::integer - 1 as ordinal, r.content
    from request_search_block b cross join unnest(b.numbers) with ordinality n (number, place)
      cross join lateral ${oneRequest(agencyId)} r
    where b.agency_id = ${agencyId} and b.segment = ${segment} and r.content is not null
      and b.block >= ${first} and b.block < ${first + blocksAtOnce}`.execute(trx)
  for (const { ordinal, content } of rows) grams.add(ordinal, foldText(content))
}

async function storeGrams(
  trx: Trx,
  agencyId: number,
  segment: string,
  postings: readonly (readonly [Gram, Uint8Array])[],
): Promise<void> {
  if (postings.length === 0) return
  const grams = `{${postings.map(([gram]) => gram).join(',')}}`
  const bytes = binaryArray(
    'bytea',
    postings.map(([, some]) => some),
  )
  await sql`insert into request_search_gram (agency_id, segment, gram, postings)
    select ${agencyId}::integer, ${segment}::bigint, unnest(${grams}::integer[]), unnest(${bytes}::bytea[])`.execute(
    trx,
  )
}

/** The case with the number of `n`, one look-up each. A join would be planned wrongly while a new table has no statistics. */
function oneRequest(agencyId: number) {
  return sql`(select number, arrived_on, content from request
    where agency_id = ${agencyId} and number = n.number offset 0)`
}
