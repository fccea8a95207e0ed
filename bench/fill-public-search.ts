import { once } from 'node:events'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { Client, type ClientConfig } from 'pg'
import { searchRowOf } from '../src/storage/publications/search/public-search-row.ts'
import { beginAnew, madeUpItem } from './made-up-items.ts'

const atOnce = 2000
const lanes = 5

type Lane = {
  readonly lane: number
  readonly server: object
  readonly all: number
  readonly agencies: readonly number[]
}

/** Published items in bulk, past the write path: rows first, indexes after them. Gives the seconds that each took. */
export async function fillPublicSearch(server: ClientConfig, all: number, agencies: readonly number[]) {
  const owner = new Client(server)
  await owner.connect()
  await owner.query("set synchronous_commit = off; set maintenance_work_mem = '1GB'")
  const { rows: indexes } = await owner.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes
      where tablename = 'public_item' and indexname <> 'public_item_pkey' or indexname = 'public_search_grams'`,
  )
  for (const { name } of indexes) await owner.query(`drop index ${name}`)
  for (let year = 2021; year <= 2026; year++)
    for (const month of ['01', '07'])
      await owner.query('select add_search_half_year($1::timestamptz)', [`${year}-${month}-01T00:00:00+08:00`])
  const start = performance.now()
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      const worker = new Worker(new URL(import.meta.url), {
        workerData: { lane, server, all, agencies } satisfies Lane,
        // A bench is a script given on the command line, which a thread of a file must not inherit.
        execArgv: [],
      })
      const [code] = await once(worker, 'exit')
      if (code !== 0) throw new Error(`a lane ended with ${code}`)
    }),
  )
  const loaded = performance.now()
  // As it is told, the index would be made for no partition.
  for (const { made } of indexes) await owner.query(made.replace(' ON ONLY ', ' ON '))
  const indexed = performance.now()
  // One unpartitioned table with the same rows and indexes, where the planner chooses.
  await owner.query('create table search_peer (like public_search including storage, primary key (published_at, id))')
  await owner.query('insert into search_peer select * from public_search order by published_at, id')
  await owner.query('create index on search_peer using gin (grams) with (fastupdate = off)')
  await owner.query(
    'analyze search_peer; grant select on search_peer to public; analyze public_search; analyze public_item',
  )
  await owner.query('vacuum public_search, search_peer, public_item')
  await owner.end()
  return { loading: (loaded - start) / 1000, indexing: (indexed - loaded) / 1000 }
}

async function insert(owner: Client, from: number, all: number, agencies: readonly number[]): Promise<void> {
  beginAnew(from + 1)
  const columns = Array.from({ length: 18 }, (): unknown[] => [])
  for (let n = from; n < Math.min(from + atOnce, all); n++) {
    const item = madeUpItem(n, all, agencies)
    const row = searchRowOf(item)
    const clock = new Date(item.second * 1000).toISOString().slice(11, 19)
    const values = [
      ...[n, `${item.publishedOn}T${clock}+08:00`, item.agencyId, row.title, row.number, row.maker, item.item],
      ...[row.themeClass, item.genre, item.validity, item.keywords.join(' '), row.text, `{${row.grams.join(',')}}`],
      ...[item.title, item.documentNumber, item.indexNumber, item.madeOn, JSON.stringify(item.body)],
    ]
    for (const [at, value] of values.entries()) columns[at]?.push(value)
  }
  await owner.query(
    `with given as materialized (select md5('item ' || n)::uuid as id, t.* from unnest($1::integer[], $2::timestamptz[], $3::integer[],
        $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[],
        $13::text[], $14::text[], $15::text[], $16::text[], $17::date[], $18::text[])
      t (n, at, agency, title, number, maker, item, class, genre, validity, keywords, text, grams, shown, document, index,
        made, body)),
    searched as (insert into public_search
      (published_at, id, agency_id, title, number, maker, item, theme_class, genre, validity, keywords, text, grams)
      select at, id, agency, title, number, maker, item, class, genre, validity, string_to_array(keywords, ' '), text,
        grams::integer[] from given)
    insert into public_item (id, agency_id, index_number, version, title, summary, maker, made_on, document_number, kind,
      item, theme, genre, validity, validity_since, validity_basis, keywords, joint_makers, interprets, published_at,
      changed_at, body, attachments)
    select id, agency, index, 1, shown, null, maker, made, document, 'other', item, class || '.1', genre, validity, made, '',
      string_to_array(keywords, ' '), '{}', '{}', at, at, body::jsonb, '[]' from given`,
    columns,
  )
}

/** A thread of its own for each lane: making the texts takes about as long as storing them. */
if (!isMainThread && workerData?.lane !== undefined) {
  const { lane, server, all, agencies } = workerData as Lane
  const owner = new Client(server)
  await owner.connect()
  await owner.query('set synchronous_commit = off')
  for (let from = lane * atOnce; from < all; from += atOnce * lanes) await insert(owner, from, all, agencies)
  await owner.end()
}
