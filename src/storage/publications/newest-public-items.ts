import { sql } from 'kysely'
import type { Instant } from '../../publications/instant.ts'
import type { DisclosureItemId } from '../../statute/article-20.ts'
import type { GenreId } from '../../statute/genres.ts'
import type { ThemeId } from '../../statute/themes.ts'
import { noteRead } from '../public-changes.ts'
import type { Trx } from '../storage.ts'
import { instantOf } from './instant-of.ts'
import { type PublicFilter, type PublicListed, publicWhere } from './public-items.ts'
import { listTag } from './public-tags.ts'

/** A published item as feeds and programs are told it. */
export type PublicEntry = PublicListed & {
  readonly changedAt: Instant
  readonly version: number
  readonly summary: string | null
  readonly item: DisclosureItemId | null
  readonly theme: ThemeId | null
  readonly genre: GenreId | null
}

/** The newest items after the one whose id is `after`, which may have been withdrawn since; null where there is none such. */
export async function newestPublicItems(
  trx: Trx,
  filter: PublicFilter,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly PublicEntry[] | null> {
  noteRead(trx, listTag(filter))
  if (after !== null) {
    const { rows } = await sql`select 1 from public_item where id = ${after}::uuid`.execute(trx)
    if (rows.length === 0) return null
  }
  const { rows } = await sql<PublicEntry>`select id, agency_id as "agencyId", title, index_number as "indexNumber",
      document_number as "documentNumber", maker, made_on as "madeOn", ${instantOf('published_at')} as "publishedAt",
      validity, ${instantOf('changed_at')} as "changedAt", version, summary, item, theme, genre
    from public_item where ${publicWhere(filter)}
      ${after === null ? sql`` : sql`and (published_at, id) < (select published_at, id from public_item where id = ${after}::uuid)`}
    order by published_at desc, id desc limit ${limit}`.execute(trx)
  return rows
}

/** Ids of standing items in the order of their ids, for lists of addresses: the `part`th of parts of `size`, from 1. */
export async function publicItemIds(trx: Trx, { part, size }: { readonly part: number; readonly size: number }) {
  noteRead(trx, listTag({}))
  const { rows } = await sql<{ id: string; changedAt: Instant }>`select id, ${instantOf('changed_at')} as "changedAt"
    from public_item where taken_down_on is null order by id offset ${(part - 1) * size} limit ${size}`.execute(trx)
  return rows
}
