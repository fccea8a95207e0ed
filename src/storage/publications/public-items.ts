import { sql } from 'kysely'
import type { Instant } from '../../publications/instant.ts'
import type { ItemBody } from '../../publications/item-body.ts'
import type { DocumentKind } from '../../publications/item-metadata.ts'
import type { AgencyKind, AgencyLevel } from '../../statute/agency-rank.ts'
import type { DisclosureItemId } from '../../statute/article-20.ts'
import type { Day } from '../../statute/day.ts'
import type { GenreId } from '../../statute/genres.ts'
import type { ThemeId } from '../../statute/themes.ts'
import type { Validity } from '../../statute/validity.ts'
import type { SnapshotId, Storage, Trx } from '../storage.ts'
import { contextOf } from '../transaction-context.ts'
import type { PublicFile } from './show-to-public.ts'

/** An organ as the public knows it. */
export type PublicAgency = {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly level: AgencyLevel
  readonly kind: AgencyKind
  readonly parentId: number | null
}

/** A published item in a list. */
export type PublicListed = {
  readonly id: string
  readonly agencyId: number
  readonly title: string
  readonly indexNumber: string
  readonly documentNumber: string | null
  readonly maker: string
  readonly madeOn: Day
  readonly publishedAt: Instant
  readonly validity: Validity
}

/** A published item, or the trace of one that was withdrawn. */
export type PublicItem = PublicListed & {
  readonly version: number
  readonly changedAt: Instant
  readonly summary: string | null
  readonly kind: DocumentKind
  readonly item: DisclosureItemId | null
  readonly theme: ThemeId | null
  readonly genre: GenreId | null
  readonly validitySince: Day
  readonly validityBasis: string
  readonly keywords: readonly string[]
  readonly jointMakers: readonly string[]
  readonly validUntil: Day | null
  readonly takenDownOn: Day | null
  readonly takedownReasons: string | null
  readonly body: ItemBody | null
  readonly files: readonly PublicFile[]
  /** Documents that it explains, and published items that explain it. */
  readonly interprets: readonly PublicListed[]
  readonly interpretedBy: readonly PublicListed[]
}

/** Which of an agency's items to list; without an agency, those of all. */
export type PublicFilter = {
  readonly agencyId?: number
  readonly item?: DisclosureItemId
  /** The class of the theme, `2`. */
  readonly themeClass?: string
  readonly genre?: GenreId
  readonly maker?: string
}

/** Nobody in particular: no agency is named, so that row-level security shows what is public and nothing else. */
const thePublic = { agencies: [], actor: 'public' } as const

/** Reads as the public does, in one transaction. */
export function readAsPublic<T>(storage: Storage, work: (trx: Trx) => Promise<T>): Promise<T> {
  return storage.transact(thePublic, work)
}

export async function publicAgencies(trx: Trx): Promise<readonly PublicAgency[]> {
  const { rows } = await sql<PublicAgency>`select id, code, name, level, kind, parent_id as "parentId"
    from public_agencies()`.execute(trx)
  return rows
}

const instant = (name: string) =>
  sql`to_char(${sql.ref(name)} at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"')`

const listed = sql`id, agency_id as "agencyId", title, index_number as "indexNumber",
  document_number as "documentNumber", maker, made_on as "madeOn", ${instant('published_at')} as "publishedAt", validity`

/** One page of published items, newest first, and how many there are. `page` counts from 1. */
export async function listPublicItems(
  trx: Trx,
  filter: PublicFilter,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly PublicListed[]; readonly total: number }> {
  const where = sql.join(
    [
      sql`taken_down_on is null`,
      ...(filter.agencyId === undefined ? [] : [sql`agency_id = ${filter.agencyId}`]),
      ...(filter.item === undefined ? [] : [sql`item = ${filter.item}`]),
      ...(filter.themeClass === undefined ? [] : [sql`split_part(theme, '.', 1) = ${filter.themeClass}`]),
      ...(filter.genre === undefined ? [] : [sql`genre = ${filter.genre}`]),
      ...(filter.maker === undefined ? [] : [sql`maker = ${filter.maker}`]),
    ],
    sql` and `,
  )
  const { rows: counted } = await sql<{ total: number }>`select count(*)::integer as total
    from public_item where ${where}`.execute(trx)
  const { rows } = await sql<PublicListed>`select ${listed} from public_item where ${where}
    order by published_at desc, id desc limit ${size} offset ${(page - 1) * size}`.execute(trx)
  return { items: rows, total: counted[0]?.total ?? 0 }
}

/** An item by the id in its address, withdrawn ones too; null where nothing was ever published under it. */
export async function findPublicItem(trx: Trx, id: string): Promise<PublicItem | null> {
  return (await findPublicItems(trx, [id]))[0] ?? null
}

/** Items by their ids, in no order. */
export async function findPublicItems(trx: Trx, ids: readonly string[]): Promise<readonly PublicItem[]> {
  const { rows } = await sql<
    Omit<PublicItem, 'interprets' | 'interpretedBy'> & { interpretsIds: readonly string[] }
  >`select ${listed}, version, ${instant('changed_at')} as "changedAt", summary, kind, item, theme, genre,
      validity_since as "validitySince", validity_basis as "validityBasis", keywords, joint_makers as "jointMakers",
      valid_until as "validUntil", taken_down_on as "takenDownOn", takedown_reasons as "takedownReasons", body,
      attachments as files, interprets as "interpretsIds"
    from public_item where id = any (${ids}::uuid[])`.execute(trx)
  const wanted = [...new Set(rows.flatMap(({ interpretsIds }) => interpretsIds))]
  const { rows: related } = await sql<PublicListed & { interpretsIds: readonly string[] }>`select ${listed},
      interprets as "interpretsIds" from public_item
    where taken_down_on is null and (id = any (${wanted}::uuid[]) or interprets && ${ids}::uuid[])
    order by published_at desc, id desc`.execute(trx)
  return rows.map(({ interpretsIds, ...item }) => ({
    ...item,
    interprets: related.filter(({ id }) => interpretsIds.includes(id)).map(withoutIds),
    interpretedBy: related.filter((other) => other.interpretsIds.includes(item.id)).map(withoutIds),
  }))
}

function withoutIds({ interpretsIds: _, ...item }: PublicListed & { interpretsIds: readonly string[] }): PublicListed {
  return item
}

/** Ids of all that is published and of what was withdrawn, as far as they come after `after`: newest first, at most `limit`. */
export async function publicIds(
  trx: Trx,
  after: PublicMark | null,
  limit: number,
): Promise<readonly (PublicMark & { readonly gone: boolean })[]> {
  const { rows } = await sql<PublicMark & { gone: boolean }>`select id, published_at::text as at,
      taken_down_on is not null as gone from public_item
    where ${after === null ? sql`true` : sql`(published_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by published_at desc, id desc limit ${limit}`.execute(trx)
  return rows
}

/** What search needs to know of an item. */
export type SearchedItem = PublicListed & { readonly keywords: readonly string[]; readonly body: ItemBody | null }

/** Items as search reads them, of these ids and not withdrawn, in no order. */
export async function searchedItems(trx: Trx, ids: readonly string[]): Promise<readonly SearchedItem[]> {
  const { rows } = await sql<SearchedItem>`select ${listed}, keywords, body from public_item
    where taken_down_on is null and id = any (${ids}::uuid[])`.execute(trx)
  return rows
}

/** Where a reading of all items stands. */
export type PublicMark = { readonly id: string; readonly at: string }

/** Names the state of the database that a transaction with `snapshot` reads, for others to read the same as long as it runs. */
export async function shareSnapshot(trx: Trx): Promise<SnapshotId> {
  const { rows } = await sql<{ id: SnapshotId }>`select pg_export_snapshot() as id`.execute(trx)
  if (!rows[0]) throw new Error('the database named no snapshot')
  return rows[0].id
}

/** Reads one state of what is public, in one transaction that may be long. */
export function readPublicSnapshot<T>(
  storage: Storage,
  snapshot: 'new' | SnapshotId,
  work: (trx: Trx) => Promise<T>,
): Promise<T> {
  return storage.transact({ ...thePublic, snapshot }, work)
}

/** The bytes of a file of a published item; null where the item has no such file. */
export async function readPublicFile(
  trx: Trx,
  id: string,
  digest: string,
): Promise<(PublicFile & { readonly content: Buffer }) | null> {
  const { rows } = await sql<{ file: PublicFile }>`select file from public_item,
      jsonb_array_elements(attachments) as file
    where id = ${id}::uuid and file ->> 'digest' = ${digest}`.execute(trx)
  const file = rows[0]?.file
  return file ? { ...file, content: await contextOf(trx).files.read(digest) } : null
}
