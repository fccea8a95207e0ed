import { type RawBuilder, sql } from 'kysely'
import { foldText, hasWords } from '../../../office/fold-text.ts'
import type { Day } from '../../../statute/day.ts'
import { arrayText } from '../../ledger/ledger-mapping.ts'
import type { Trx } from '../../storage.ts'
import { checkPlaces } from './check-places.ts'
import { readPlaces, type SegmentPlaces } from './read-places.ts'
import { readSearchIndex, type SearchSegment, segmentsThere } from './read-search-index.ts'

/** Cases that wait for the index and are read at each search; where more wait, all cases are read. */
const waitingRead = 10_000

/** Where other conditions let through no more cases than this, those are read. */
const fewCases = 2000

/** Texts that a page may take when open cases are read along the list; it is asked where words are frequent enough. */
const readAlongMost = 3000

/** Cases and places read at a time. */
const atOnce = { least: 128, most: 4096, along: 1000 }

export type Search = {
  readonly agencyId: number
  readonly words: readonly string[]
  /** Conditions on a row of `request`: the agency, the filters, what comes after the mark. */
  readonly where: RawBuilder<unknown>
  /** Which cases an index leads to by the filters: open ones, those of rare phases, or none. */
  readonly narrow: 'open' | 'rare' | null
  /** Whether these cases are found by their deadline. */
  readonly soonest: boolean
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
  if (search.narrow) {
    const few = await readFew(trx, search)
    if (few) return few.filter(has).map(({ number }) => number)
  }
  for (;;) {
    const { waiting, segments } = await readSearchIndex(trx, search.agencyId, waitingRead)
    if (waiting === null) return (await readAlong(trx, search, has)).numbers
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
async function readFew(trx: Trx, { where, narrow, soonest }: Search): Promise<readonly Candidate[] | null> {
  // In an order that an index has, counting stops early; without one all of them would be noted first.
  const sorted = soonest ? sql`due_on, number` : narrow === 'rare' ? sql`phase` : sql`arrived_on desc, number desc`
  const { rows } = await sql<{ passing: number }>`select count(*)::integer as passing
    from (select 1 from request where ${where} order by ${sorted} limit ${fewCases + 1}) r`.execute(trx)
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

/** Reads cases in the order of the list until the page is `complete`, or `most` are read. */
async function readAlong(trx: Trx, { where, order, limit }: Search, has: Has, most = Number.POSITIVE_INFINITY) {
  const numbers: string[] = []
  const day = sql.ref(order === 'due' ? 'due_on' : 'arrived_on')
  const sorted = order === 'due' ? sql`due_on, number` : sql`arrived_on desc, number desc`
  let beyond = sql`true`
  for (let read = atOnce.along; ; read += atOnce.along) {
    const { rows } = await sql<Candidate & { day: Day }>`select number, arrived_on as "arrivedOn", ${day} as day,
        coalesce(content, '') as content
      from request where ${where} and ${beyond} order by ${sorted} limit ${atOnce.along}`.execute(trx)
    numbers.push(...rows.filter(has).map(({ number }) => number))
    const last = rows.at(-1)
    const complete = !last || rows.length < atOnce.along || numbers.length >= limit
    if (complete || read >= most) return { complete, numbers }
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
    if (search.narrow === 'open' && group[0] === reached[0]) {
      const along = await readFrequent(trx, search, places, has)
      if (along) return along
    }
    await addFirst(trx, search, places, has, found)
  }
  return [...found.keys()]
}

/** A page read along the list, where the words are so frequent in the newest segment that few texts should fill it. */
async function readFrequent(trx: Trx, search: Search, newestPlaces: readonly SegmentPlaces[], has: Has) {
  if (countPlaces(newestPlaces) * readAlongMost <= search.limit * countCases(newestPlaces)) return null
  const { complete, numbers } = await readAlong(trx, search, has, readAlongMost * 2)
  return complete ? numbers : null
}

function countPlaces(places: readonly SegmentPlaces[]): number {
  return places.reduce((sum, { ordinals }) => sum + ordinals.length, 0)
}

function countCases(places: readonly SegmentPlaces[]): number {
  return places.reduce((sum, { cases }) => sum + cases, 0)
}

function countAfter(found: ReadonlyMap<string, Day>, day: Day): number {
  let count = 0
  for (const arrivedOn of found.values()) if (arrivedOn > day) count++
  return count
}

/**
 * Adds matches, newest first, until nothing that is left can be on the page: of each segment as many as the page has are
 * enough, and none where later ones fill it.
 */
async function addFirst(
  trx: Trx,
  search: Search,
  places: readonly SegmentPlaces[],
  has: Has,
  found: Map<string, Day>,
): Promise<void> {
  const states = places.map((one) => ({ ...one, at: 0, matches: 0 }))
  const bySegment = new Map(states.map((one) => [one.segment, one]))
  let [asked, matches, most] = [0, 0, atOnce.least]
  for (;;) {
    const part: SegmentPlaces[] = []
    let room = most
    for (const one of states) {
      const { ordinals, at } = one
      if (at >= ordinals.length || one.matches >= search.limit || countAfter(found, one.newestOn) >= search.limit)
        continue
      part.push({ ...one, ordinals: ordinals.slice(at, at + room) })
      one.at += room
      room -= Math.min(room, ordinals.length - at)
      if (room === 0) break
    }
    if (part.length === 0) return
    for (const { number, arrivedOn, segment, moved } of (await checkPlaces(trx, search, part)).filter(has)) {
      found.set(number, arrivedOn)
      matches++
      const one = bySegment.get(segment)
      if (one && !moved) one.matches++
    }
    asked += most - room
    // As many as will fill the page if they go on as they began, and some more.
    const wanted = ((search.limit - matches) * asked * 1.3) / (matches + 0.5)
    most = Math.min(Math.max(Math.ceil(wanted), atOnce.least), asked * 3, atOnce.most)
  }
}

/** All cases that have the words, unless they are so many that as many are soon met along the list. */
async function anyOrder(
  trx: Trx,
  search: Search,
  words: readonly string[],
  segments: readonly SearchSegment[],
  waiting: readonly Candidate[],
  has: Has,
): Promise<readonly string[]> {
  const first = await readPlaces(trx, search.agencyId, words, segments.slice(0, 1), null)
  const along = await readFrequent(trx, search, first, has)
  if (along) return along
  const places = [...first, ...(await readPlaces(trx, search.agencyId, words, segments.slice(1), null))]
  const count = countPlaces(places)
  if (count * count > search.limit * countCases(places)) return (await readAlong(trx, search, has)).numbers
  const found = (await checkPlaces(trx, search, places)).filter(has)
  return [...new Set([...waiting, ...found].map(({ number }) => number))]
}
