import { type RawBuilder, sql } from 'kysely'
import { foldText, hasWords } from '../../../requests/search/fold-text.ts'
import type { Day } from '../../../statute/day.ts'
import { arrayText } from '../../ledger/ledger-mapping.ts'
import type { Trx } from '../../storage.ts'
import { checkPlaces } from './check-places.ts'
import { readPlaces, type SegmentPlaces } from './read-places.ts'
import { readSearchIndex, type SearchSegment, segmentsThere } from './read-search-index.ts'

/** Cases that wait for the index and are read at each search; where more wait, all cases are read. */
const waitingRead = 10_000

/** Where other conditions let through no more cases than this, those are read. */
const fewCases = 1000

/** A list by deadline cannot stop early: above this it is read along the deadlines. */
const manyPlaces = 20_000

const casesAtOnce = 1000

export type Search = {
  readonly agencyId: number
  readonly words: readonly string[]
  /** Conditions on a row of `request`: the agency, the filters, what comes after the mark. */
  readonly where: RawBuilder<unknown>
  /** Whether there are conditions besides the agency and the mark. */
  readonly filtered: boolean
  readonly order: 'due' | 'newest'
  /** The first day of the page: newest first, no case that arrived later is on it. */
  readonly from: Day | null
  readonly limit: number
}

/** A case that may be on the page. */
export type Candidate = { readonly number: string; readonly arrivedOn: Day; readonly content: string }

/**
 * Numbers of cases that have all the words, among them the first `limit` of the order. Exact at every moment: what the index
 * does not have yet is read, and of what it has the text has the last say.
 */
export async function searchRequests(trx: Trx, search: Search): Promise<readonly string[]> {
  const words = search.words.map(foldText)
  const has = ({ content }: Candidate) => hasWords(content, words)
  if (search.filtered) {
    const few = await readFew(trx, search)
    if (few) return few.filter(has).map(({ number }) => number)
  }
  for (;;) {
    const { waiting, segments } = await readSearchIndex(trx, search.agencyId, waitingRead)
    if (waiting === null) return await readAlong(trx, search, has)
    const found = (await readWaiting(trx, search, waiting)).filter(has)
    const numbers =
      search.order === 'newest'
        ? await newest(trx, search, words, segments, found, has)
        : await anyOrder(trx, search, words, segments, found, has)
    // A segment goes when a text in it is erased: then its other cases wait again, and may have been missed here.
    if (await segmentsThere(trx, search.agencyId, segments)) return numbers
  }
}

/** The cases that the other conditions let through, where they are few. */
async function readFew(trx: Trx, { where }: Search): Promise<readonly Candidate[] | null> {
  const { rows } = await sql<{ passing: number }>`select count(*)::integer as passing
    from (select 1 from request where ${where} limit ${fewCases + 1}) r`.execute(trx)
  if ((rows[0]?.passing ?? 0) > fewCases) return null
  const { rows: few } = await sql<Candidate>`select number, arrived_on as "arrivedOn", content
    from request where ${where} and content is not null`.execute(trx)
  return few
}

async function readWaiting(trx: Trx, { where }: Search, waiting: readonly string[]): Promise<readonly Candidate[]> {
  if (waiting.length === 0) return []
  const { rows } = await sql<Candidate>`select number, arrived_on as "arrivedOn", content
    from request where ${where} and content is not null and number = any (${arrayText(waiting)}::text[])`.execute(trx)
  return rows
}

type Has = (candidate: Candidate) => boolean

/** Reads cases in the order of the list until the page is full. */
async function readAlong(trx: Trx, { where, order, limit }: Search, has: Has): Promise<readonly string[]> {
  const numbers: string[] = []
  const day = sql.ref(order === 'due' ? 'due_on' : 'arrived_on')
  const sorted = order === 'due' ? sql`due_on, number` : sql`arrived_on desc, number desc`
  let beyond = sql`true`
  for (;;) {
    const { rows } = await sql<Candidate & { day: Day }>`select number, arrived_on as "arrivedOn", ${day} as day,
        coalesce(content, '') as content
      from request where ${where} and ${beyond} order by ${sorted} limit ${casesAtOnce}`.execute(trx)
    numbers.push(...rows.filter(has).map(({ number }) => number))
    const last = rows.at(-1)
    if (!last || rows.length < casesAtOnce || numbers.length >= limit) return numbers
    const place = sql`(${last.day}::date, ${last.number})`
    beyond = order === 'due' ? sql`(due_on, number) > ${place}` : sql`(arrived_on, number) < ${place}`
  }
}

/** Walks the segments from the newest, the first alone, which often is enough. */
async function newest(
  trx: Trx,
  search: Search,
  words: readonly string[],
  segments: readonly SearchSegment[],
  waiting: readonly Candidate[],
  has: Has,
): Promise<readonly string[]> {
  const { from, limit } = search
  const found = new Map(waiting.map(({ number, arrivedOn }) => [number, arrivedOn]))
  const reached = segments.filter(({ oldestOn }) => from === null || oldestOn <= from)
  for (const group of [reached.slice(0, 1), reached.slice(1, 9), reached.slice(9)]) {
    const bound = group[0]?.newestOn
    if (bound === undefined || countAfter(found, bound) >= limit) break
    const places = await readPlaces(trx, search.agencyId, words, group, from)
    for (const { number, arrivedOn } of await firstOfEach(trx, search, places, has)) found.set(number, arrivedOn)
  }
  return [...found.keys()]
}

function countAfter(found: ReadonlyMap<string, Day>, day: Day): number {
  let count = 0
  for (const arrivedOn of found.values()) if (arrivedOn > day) count++
  return count
}

/** Of each segment, newest first, as many cases as the page has, which are enough whatever the other segments have. */
async function firstOfEach(
  trx: Trx,
  search: Search,
  places: readonly SegmentPlaces[],
  has: Has,
): Promise<readonly Candidate[]> {
  const found: Candidate[] = []
  let open = places.map((one) => ({ ...one, at: 0, matches: 0 })).filter(({ ordinals }) => ordinals.length > 0)
  for (let most = 64; open.length > 0; most = Math.min(most * 4, Math.ceil(4096 / open.length))) {
    const asked = open.map(({ segment, ordinals, at }) => ({ segment, ordinals: ordinals.slice(at, at + most) }))
    const bySegment = new Map(open.map((one) => [one.segment, one]))
    for (const row of (await checkPlaces(trx, search, asked)).filter(has)) {
      found.push(row)
      const one = bySegment.get(row.segment)
      if (one && !row.moved) one.matches++
    }
    for (const one of open) one.at += most
    open = open.filter(({ ordinals, at, matches }) => at < ordinals.length && matches < search.limit)
  }
  return found
}

/** All cases that have the words, where there are not too many. */
async function anyOrder(
  trx: Trx,
  search: Search,
  words: readonly string[],
  segments: readonly SearchSegment[],
  waiting: readonly Candidate[],
  has: Has,
): Promise<readonly string[]> {
  const places = await readPlaces(trx, search.agencyId, words, segments, null)
  const count = places.reduce((sum, { ordinals }) => sum + ordinals.length, 0)
  if (count > manyPlaces) return await readAlong(trx, search, has)
  const found = (await checkPlaces(trx, search, places)).filter(has)
  return [...new Set([...waiting, ...found].map(({ number }) => number))]
}
