import { sql } from 'kysely'
import type { Instant } from '../../publications/instant.ts'
import type { ItemBody } from '../../publications/item-body.ts'
import type { DocumentKind, ItemColumn } from '../../publications/item-metadata.ts'
import type { AgencyKind, AgencyLevel } from '../../statute/agency-rank.ts'
import type { DisclosureItemId } from '../../statute/article-20.ts'
import type { Day } from '../../statute/day.ts'
import type { GenreId } from '../../statute/genres.ts'
import type { ThemeId } from '../../statute/themes.ts'
import type { Validity } from '../../statute/validity.ts'
import { noteRead } from '../public-changes.ts'
import type { Acting, SnapshotId, Storage, Trx } from '../storage.ts'
import { contextOf } from '../transaction-context.ts'
import type { PublicCounts } from './count-public-items.ts'
import { agenciesTag, itemTag, listTag } from './public-tags.ts'
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
  /** A class with all its parts, `2`, or one part, `2.1`. */
  readonly theme?: string
  readonly genre?: GenreId
  readonly maker?: string
  readonly column?: ItemColumn
}

/** Nobody in particular: no agency is named, so that row-level security shows what is public and nothing else. */
const thePublic = { agencies: [], actor: 'public' } as const

/** Reads as the public does, in one transaction, with settings of the database that hold in it. */
export function readAsPublic<T>(
  storage: Storage,
  work: (trx: Trx) => Promise<T>,
  settings: Acting['settings'] = {},
): Promise<T> {
  return storage.transact({ ...thePublic, settings }, work)
}

/** Where a transaction gets what it reads for very many pages: blocks that were read together. */
export type PublicSource = {
  readonly agencies: () => Promise<readonly PublicAgency[]>
  readonly list: (filter: PublicFilter, page: PublicPage) => ReturnType<typeof listPublicItems>
  readonly item: (id: string) => Promise<PublicItem | null>
  readonly counts: (agencyId: number | null) => Promise<PublicCounts>
}

/** Which of the pages of a list, from 1, and how many items a page has. */
type PublicPage = { readonly page: number; readonly size: number }

const sources = new WeakMap<Trx, PublicSource>()

export function publicSourceOf(trx: Trx): PublicSource | undefined {
  return sources.get(trx)
}

/** From here on the transaction reads agencies, lists and items through `source`. */
export function readThrough(trx: Trx, source: PublicSource): void {
  sources.set(trx, source)
}

/** Every organ of this installation, by code. */
export async function publicAgencies(trx: Trx): Promise<readonly PublicAgency[]> {
  noteRead(trx, agenciesTag)
  return await (sources.get(trx)?.agencies() ?? agenciesInDatabase(trx))
}

export async function agenciesInDatabase(trx: Trx): Promise<readonly PublicAgency[]> {
  const { rows } = await sql<PublicAgency>`select id, code, name, level, kind, parent_id as "parentId"
    from public_agencies()`.execute(trx)
  return rows
}

const instant = (name: string) =>
  sql`to_char(${sql.ref(name)} at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"')`

/** The columns of PublicListed. */
export const listed = sql`id, agency_id as "agencyId", title, index_number as "indexNumber",
  document_number as "documentNumber", maker, made_on as "madeOn", ${instant('published_at')} as "publishedAt", validity`

/** What a filter asks of `public_item`: standing items only. */
export function publicWhere(filter: PublicFilter) {
  return sql.join(
    [
      sql`taken_down_on is null`,
      ...(filter.agencyId === undefined ? [] : [sql`agency_id = ${filter.agencyId}`]),
      ...(filter.item === undefined ? [] : [sql`item = ${filter.item}`]),
      ...(filter.theme === undefined ? [] : [sql`split_part(theme, '.', 1) = ${filter.theme.split('.', 1)[0]}`]),
      ...(filter.theme?.includes('.') ? [sql`theme = ${filter.theme}`] : []),
      ...(filter.genre === undefined ? [] : [sql`genre = ${filter.genre}`]),
      ...(filter.maker === undefined ? [] : [sql`maker = ${filter.maker}`]),
      ...(filter.column === undefined ? [] : [sql`site_column = ${filter.column}`]),
    ],
    sql` and `,
  )
}

/** One page of published items, newest first, and how many there are. */
export async function listPublicItems(
  trx: Trx,
  filter: PublicFilter,
  page: PublicPage,
): Promise<{ readonly items: readonly PublicListed[]; readonly total: number }> {
  noteRead(trx, listTag(filter))
  return await (sources.get(trx)?.list(filter, page) ?? listInDatabase(trx, filter, page))
}

export async function listInDatabase(
  trx: Trx,
  filter: PublicFilter,
  { page, size }: PublicPage,
): Promise<{ readonly items: readonly PublicListed[]; readonly total: number }> {
  // What comes before a page is passed over in an index alone: a far page would else read hundreds of thousands of texts.
  const { rows } = await sql<PublicListed>`with page as materialized (select id as page_id from public_item
      where ${publicWhere(filter)} order by published_at desc, id desc limit ${size} offset ${(page - 1) * size})
    select ${listed} from public_item join page on id = page_id order by published_at desc, id desc`.execute(trx)
  if (page === 1 && rows.length < size) return { items: rows, total: rows.length }
  return { items: rows, total: await countOf(trx, filter) }
}

/** How many standing items a list has, of an agency or all, and of one part at most. */
async function countOf(trx: Trx, { agencyId, ...parts }: PublicFilter): Promise<number> {
  const [part, ...more] = Object.entries(parts)
  if (more.length > 0) throw new TypeError('a list is of one part at most')
  const [name, key] = part ?? ['all', '']
  const named = name === 'theme' && !key.includes('.') ? sql`split_part(key, '.', 1)` : sql`key`
  const { rows } = await sql<{ total: number }>`select coalesce(sum(count), 0)::integer as total from public_count
    where part = ${name} and ${named} = ${key} ${agencyId === undefined ? sql`` : sql`and agency_id = ${agencyId}`}`.execute(
    trx,
  )
  return rows[0]?.total ?? 0
}

/** An item by the id in its address, withdrawn ones too; null where nothing was ever published under it. */
export async function findPublicItem(trx: Trx, id: string): Promise<PublicItem | null> {
  noteRead(trx, itemTag(id))
  const source = sources.get(trx)
  const item = source ? await source.item(id) : ((await findPublicItems(trx, [id]))[0] ?? null)
  // A page names the items that its own is related to: their titles are theirs to change.
  if (item) noteRead(trx, ...[...item.interprets, ...item.interpretedBy].map((other) => itemTag(other.id)))
  return item
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
