import { sql } from 'kysely'
import { type Gram, gramsBeginningWith } from '../../../office/grams.ts'
import { gramsOfWord, placesOfWords } from '../../../requests/search/places-of-words.ts'
import type { Day } from '../../../statute/day.ts'
import type { Trx } from '../../storage.ts'
import { listOf, type SearchSegment } from './read-search-index.ts'

/** Where in a segment cases stand that may have the words, newest first. */
export type SegmentPlaces = SearchSegment & { readonly ordinals: readonly number[] }

/** Words that are looked up, the longest; the text has the last say in any case. */
const lookedUpWords = 8

/** Cases of these segments that may have all the words, without most of those that arrived after `from`. */
export async function readPlaces(
  trx: Trx,
  agencyId: number,
  words: readonly string[],
  segments: readonly SearchSegment[],
  from: Day | null,
): Promise<readonly SegmentPlaces[]> {
  if (segments.length === 0) return []
  const some = [...words].sort((a, b) => b.length - a.length).slice(0, lookedUpWords)
  const postings = await readPostings(trx, agencyId, some, segments)
  const firsts = from === null ? new Map<string, number>() : await firstOrdinals(trx, agencyId, segments, from)
  return segments.map((one) => {
    const { segment, cases } = one
    const grams = postings.get(segment) ?? new Map<Gram, Uint8Array>()
    const ordinals = placesOfWords(some, {
      cases,
      of: (gram) => grams.get(gram),
      beginningWith(unit) {
        const [first, last] = gramsBeginningWith(unit)
        return [...grams].filter(([gram]) => gram >= first && gram <= last).map(([, bytes]) => bytes)
      },
    })
    const begin = firsts.get(segment) ?? 0
    return { ...one, ordinals: begin === 0 ? ordinals : ordinals.filter((ordinal) => ordinal >= begin) }
  })
}

async function readPostings(
  trx: Trx,
  agencyId: number,
  words: readonly string[],
  segments: readonly SearchSegment[],
): Promise<ReadonlyMap<string, ReadonlyMap<Gram, Uint8Array>>> {
  const held = new Map<string, Map<Gram, Uint8Array>>(segments.map(({ segment }) => [segment, new Map()]))
  const ranges = words.filter(({ length }) => length === 1).map((word) => gramsBeginningWith(word))
  const grams = words.filter(({ length }) => length > 1).flatMap((word) => gramsOfWord(word))
  const conditions = ranges.map(([first, last]) => sql`gram between ${first} and ${last}`)
  if (grams.length > 0) conditions.push(sql`gram = any (${`{${grams.join(',')}}`}::integer[])`)
  for (const condition of conditions) {
    const { rows } = await sql<{ segment: string; gram: Gram; postings: Uint8Array }>`select segment, gram, postings
      from request_search_gram where agency_id = ${agencyId} and segment = any (${listOf(segments)}::bigint[])
        and ${condition}`.execute(trx)
    for (const { segment, gram, postings } of rows) held.get(segment)?.set(gram, postings)
  }
  return held
}

/** Where in each segment the first block begins that has a case of `from` or before. */
async function firstOrdinals(trx: Trx, agencyId: number, segments: readonly SearchSegment[], from: Day) {
  const across = segments.filter(({ newestOn }) => newestOn > from)
  if (across.length === 0) return new Map<string, number>()
  const { rows } = await sql<{ segment: string; block: number }>`select segment, min(block) as block
    from request_search_block where agency_id = ${agencyId} and segment = any (${listOf(across)}::bigint[])
      and days[cardinality(days)] <= ${from}::date group by segment`.execute(trx)
  return new Map(rows.map(({ segment, block }) => [segment, block * 64]))
}
