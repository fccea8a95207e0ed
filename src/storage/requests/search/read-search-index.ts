import { sql } from 'kysely'
import type { Day } from '../../../statute/day.ts'
import type { Trx } from '../../storage.ts'

/** Cases that were indexed together. */
export type SearchSegment = {
  readonly segment: string
  readonly cases: number
  readonly newestOn: Day
  readonly oldestOn: Day
}

type SearchIndex = {
  /** Cases that no segment has as they are; null where they are more than asked for. */
  readonly waiting: readonly string[] | null
  /** Those with the newest case first. */
  readonly segments: readonly SearchSegment[]
}

/** What an agency's index has and lacks, in one statement: a case that goes from one to the other is in one of them. */
export async function readSearchIndex(trx: Trx, agencyId: number, most: number): Promise<SearchIndex> {
  const { rows } = await sql<{ waiting: string[]; segments: SearchSegment[] }>`select
    array(select n from request_search_waiting, unnest(numbers) n where agency_id = ${agencyId} limit ${most + 1}) as waiting,
    coalesce((select json_agg(json_build_object('segment', segment::text, 'cases', cases, 'newestOn', newest_on,
      'oldestOn', oldest_on) order by newest_on desc, segment desc)
      from request_search_segment where agency_id = ${agencyId}), '[]') as segments`.execute(trx)
  const { waiting = [], segments = [] } = rows[0] ?? {}
  return { waiting: waiting.length > most ? null : waiting, segments }
}

/** Whether each of these segments is still there. */
export async function segmentsThere(trx: Trx, agencyId: number, segments: readonly SearchSegment[]): Promise<boolean> {
  if (segments.length === 0) return true
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from request_search_segment
    where agency_id = ${agencyId} and segment = any (${listOf(segments)}::bigint[])`.execute(trx)
  return rows[0]?.count === segments.length
}

/** Segments as the text of an array. */
export function listOf(segments: readonly { readonly segment: string }[]): string {
  return `{${segments.map(({ segment }) => segment).join(',')}}`
}
