import { sql } from 'kysely'
import type { DisclosureItemId } from '../../statute/article-20.ts'
import type { GenreId } from '../../statute/genres.ts'
import { findTheme } from '../../statute/themes.ts'
import { noteRead } from '../public-changes.ts'
import type { Trx } from '../storage.ts'
import { publicSourceOf } from './public-items.ts'
import { listTag } from './public-tags.ts'

/** How many published items there are of each kind; what has none is absent. */
export type PublicCounts = {
  readonly total: number
  readonly items: ReadonlyMap<DisclosureItemId, number>
  /** By the id of a class, which its parts are counted in too, and of a part. */
  readonly themes: ReadonlyMap<string, number>
  readonly genres: ReadonlyMap<GenreId, number>
  /** Most first. */
  readonly makers: ReadonlyMap<string, number>
  readonly agencies: ReadonlyMap<number, number>
}

type Row = { readonly part: string; readonly key: string; readonly count: number }

/** Counts what is published, of one agency or, without one, of all. */
export async function countPublicItems(trx: Trx, agencyId: number | null): Promise<PublicCounts> {
  noteRead(trx, listTag(agencyId === null ? {} : { agencyId }))
  return await (publicSourceOf(trx)?.counts(agencyId) ?? countInDatabase(trx, agencyId))
}

export async function countInDatabase(trx: Trx, agencyId: number | null): Promise<PublicCounts> {
  const own = agencyId === null ? sql`count > 0` : sql`count > 0 and agency_id = ${agencyId}`
  const { rows } = await sql<Row>`select part, key, sum(count)::integer as count from public_count
      where ${own} and part <> 'all' group by part, key
    union all select 'agency', agency_id::text, count from public_count where ${own} and part = 'all'
    order by count desc, key`.execute(trx)
  const of = <K extends string>(part: string) =>
    new Map(rows.filter((row) => row.part === part).map(({ key, count }) => [key as K, count]))
  const agencies = of('agency')
  return {
    total: [...agencies.values()].reduce((sum, one) => sum + one, 0),
    items: of<DisclosureItemId>('item'),
    themes: withClasses(of('theme')),
    genres: of<GenreId>('genre'),
    makers: of('maker'),
    agencies: new Map([...agencies].map(([id, count]) => [Number(id), count])),
  }
}

function withClasses(counted: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const all = new Map(counted)
  for (const [id, count] of counted) {
    const above = findTheme(id)?.within
    if (above) all.set(above, (all.get(above) ?? 0) + count)
  }
  return all
}
