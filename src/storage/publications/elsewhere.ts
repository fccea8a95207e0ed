import { sql } from 'kysely'
import type { Day } from '../../statute/day.ts'
import type { Trx } from '../storage.ts'

/** An item with where it was put, for whoever keeps another platform in step. */
export type ElsewhereItem = {
  readonly number: string
  readonly title: string
  readonly phase: string
  readonly dueOn: Day | null
  /** The day of its first publication here. */
  readonly publishedOn: Day | null
  readonly told: readonly { readonly platform: string; readonly address: string | null; readonly publishedOn: Day }[]
}

/** What is public or waits to be, and has not been put on a platform; what is due first comes first. */
export async function missingElsewhere(
  trx: Trx,
  agencyId: number,
  platform: string,
): Promise<readonly ElsewhereItem[]> {
  return await read(
    trx,
    sql`agency_id = ${agencyId} and attribute = 'proactive' and phase in ('approved', 'scheduled', 'published')
      and not elsewhere_platforms @> array[${platform}]::text[]`,
  )
}

/** Every item that was put on some platform. */
export async function recordedElsewhere(trx: Trx, agencyId: number): Promise<readonly ElsewhereItem[]> {
  return await read(trx, sql`agency_id = ${agencyId} and elsewhere_on is not null`)
}

async function read(trx: Trx, where: ReturnType<typeof sql>): Promise<readonly ElsewhereItem[]> {
  const { rows } = await sql<ElsewhereItem>`select number, title, phase, due_on as "dueOn",
      to_char(first_published_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "publishedOn",
      coalesce((select jsonb_agg(jsonb_build_object('platform', e.event ->> 'platform', 'address', e.event ->> 'address',
          'publishedOn', e.event ->> 'publishedOn') order by e.version)
        from publication_event e where e.agency_id = publication.agency_id and e.number = publication.number
          and e.event ->> 'type' = 'publishedElsewhere'), '[]'::jsonb) as told
    from publication where ${where} order by due_on nulls last, number`.execute(trx)
  return rows
}
