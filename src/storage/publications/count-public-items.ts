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

type Row = {
  readonly item: DisclosureItemId | null
  readonly theme: string | null
  readonly genre: GenreId | null
  readonly maker: string | null
  readonly agencyId: number | null
  /** Which of the columns the row does not speak of, a bit each. */
  readonly apart: number
  readonly count: number
}

/** Counts what is published, of one agency or, without one, of all; one pass over an index. */
export async function countPublicItems(trx: Trx, agencyId: number | null): Promise<PublicCounts> {
  noteRead(trx, listTag(agencyId === null ? {} : { agencyId }))
  return await (publicSourceOf(trx)?.counts(agencyId) ?? countInDatabase(trx, agencyId))
}

export async function countInDatabase(trx: Trx, agencyId: number | null): Promise<PublicCounts> {
  const { rows } = await sql<Row>`select item, theme, genre, maker, agency_id as "agencyId",
      grouping(item, theme, genre, maker, agency_id) as apart, count(*)::integer as count
    from public_item where taken_down_on is null ${agencyId === null ? sql`` : sql`and agency_id = ${agencyId}`}
    group by grouping sets ((), (item), (theme), (genre), (maker), (agency_id))
    order by count desc, maker`.execute(trx)
  const of = <K>(bits: number, key: (row: Row) => K | null): ReadonlyMap<K, number> =>
    new Map(
      rows.flatMap((row) => {
        const value = row.apart === bits ? key(row) : null
        return value === null ? [] : [[value, row.count] as const]
      }),
    )
  return {
    total: rows.find(({ apart }) => apart === 0b11111)?.count ?? 0,
    items: of(0b01111, ({ item }) => item),
    themes: withClasses(of(0b10111, ({ theme }) => theme)),
    genres: of(0b11011, ({ genre }) => genre),
    makers: of(0b11101, ({ maker }) => maker),
    agencies: of(0b11110, ({ agencyId: id }) => id),
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
