import { sql } from 'kysely'
import { foldText } from '../../../requests/search/fold-text.ts'
import { type Gram, gramAt } from '../../../requests/search/grams.ts'
import { PostingsWriter } from '../../../requests/search/postings.ts'
import { binaryArray } from '../../binary-array.ts'
import type { Storage, Trx } from '../../storage.ts'

/** Cases of a segment, about: what a batch holds in memory, and what the places of a word in a segment take up. */
const segmentCases = 32_768

/** Blocks whose texts are read at a time, so that whoever else waits for this process gets a turn. */
const blocksAtOnce = 8

const gramsAtOnce = 4000

/**
 * Puts the cases that wait into the index of the search, one transaction a batch, until none waits or `stopped` says so.
 * Leaves an agency alone that is being indexed already.
 */
export async function indexRequests(storage: Storage, agencyId: number, stopped: () => boolean): Promise<void> {
  let more = true
  while (more && !stopped())
    more = await storage.transact({ agencies: [agencyId], actor: 'search-index' }, (trx) => indexBatch(trx, agencyId))
}

/** False when nothing waited, or when somebody else indexes. */
async function indexBatch(trx: Trx, agencyId: number): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('request_search'), ${agencyId}) as free`.execute(trx)
  if (!rows[0]?.free) return false
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
  const grams = new Map<Gram, PostingsWriter>()
  for (let block = 0; block < blocks; block += blocksAtOnce) await addBlocks(trx, agencyId, segment, block, grams)
  await storeGrams(trx, agencyId, segment, grams)
  return true
}

/** Makes the blocks of a new segment out of the cases that have waited longest. Gives the segment, null where none waited. */
async function takeWaiting(trx: Trx, agencyId: number): Promise<string | null> {
  const { rows } = await sql<{ segment: string | null }>`
    with counted as (select id, sum(cardinality(numbers)) over (order by id) - cardinality(numbers) as before
      from request_search_waiting where agency_id = ${agencyId}),
    taken as (delete from request_search_waiting where agency_id = ${agencyId}
      and id <= (select max(id) from counted where before < ${segmentCases}) returning id, numbers),
    cases as (select number, arrived_on, row_number() over (order by arrived_on desc, number desc) - 1 as ordinal
      from request where agency_id = ${agencyId} and content is not null
        and number = any (array(select unnest(numbers) from taken))),
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
  grams: Map<Gram, PostingsWriter>,
): Promise<void> {
  const { rows } = await sql<{ ordinal: number; content: string }>`
    select b.block * 64 + c.place::integer - 1 as ordinal, r.content
    from request_search_block b cross join unnest(b.numbers) with ordinality c (number, place)
      join request r on r.agency_id = ${agencyId} and r.number = c.number
    where b.agency_id = ${agencyId} and b.segment = ${segment} and r.content is not null
      and b.block >= ${first} and b.block < ${first + blocksAtOnce}
    order by 1`.execute(trx)
  for (const { ordinal, content } of rows) {
    const text = foldText(content)
    for (let place = 0; place < text.length; place++) {
      const gram = gramAt(text, place)
      const postings = grams.get(gram) ?? new PostingsWriter()
      if (postings.empty) grams.set(gram, postings)
      postings.add(ordinal, place)
    }
  }
}

async function storeGrams(
  trx: Trx,
  agencyId: number,
  segment: string,
  grams: ReadonlyMap<Gram, PostingsWriter>,
): Promise<void> {
  const sorted = [...grams].sort(([a], [b]) => a - b)
  for (let from = 0; from < sorted.length; from += gramsAtOnce) {
    const some = sorted.slice(from, from + gramsAtOnce)
    const postings = binaryArray(
      'bytea',
      some.map(([, writer]) => writer.bytes()),
    )
    await sql`insert into request_search_gram (agency_id, segment, gram, postings)
      select ${agencyId}::integer, ${segment}::bigint, unnest(${`{${some.map(([gram]) => gram).join(',')}}`}::integer[]),
        unnest(${postings}::bytea[])`.execute(trx)
  }
}
