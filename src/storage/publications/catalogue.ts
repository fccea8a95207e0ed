import { sql } from 'kysely'
import type { CatalogueEntry, EntryItems } from '../../publications/catalogue.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { appendAudit } from '../audit.ts'
import type { Trx } from '../storage.ts'

export type CoveredEntry = CatalogueEntry & EntryItems & { readonly place: number; readonly numbers: readonly string[] }

/** Puts an edition of the catalogue in the place of the one before. Entries that are gone are retired; links stay. */
export async function replaceCatalogue(
  trx: Trx,
  agencyId: number,
  entries: readonly CatalogueEntry[],
): Promise<{ readonly entries: number; readonly retired: number }> {
  const rows = entries.map((entry, at) => ({ ...entry, place: at + 1 }))
  await sql`insert into catalogue_entry
      (agency_id, path, place, content, basis, time_limit, body, channels, objects, ways, levels, retired)
    select ${agencyId}, e.path, e.place, e.content, e.basis, e."limit", e.body, e.channels, e.objects, e.ways, e.levels, false
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e (path text, place integer, content text, basis text,
      "limit" text, body text, channels text[], objects text[], ways text[], levels text[])
    on conflict (agency_id, path) do update set place = excluded.place, content = excluded.content, basis = excluded.basis,
      time_limit = excluded.time_limit, body = excluded.body, channels = excluded.channels, objects = excluded.objects,
      ways = excluded.ways, levels = excluded.levels, retired = false`.execute(trx)
  const { rows: gone } = await sql`update catalogue_entry set retired = true
    where agency_id = ${agencyId} and not retired and path <> all (${rows.map(({ path }) => path)}::text[])
    returning 1`.execute(trx)
  const after = { entries: rows.length, retired: gone.length }
  await appendAudit(trx, { agencyId, action: 'catalogue.imported', subject: 'catalogue', after })
  return after
}

/** Every entry that is not retired, with what the agency has published under it. */
export async function catalogueCoverage(trx: Trx, agencyId: number): Promise<readonly CoveredEntry[]> {
  const { rows } = await sql<CoveredEntry>`select e.place, e.path, e.content, e.basis, e.time_limit as "limit", e.body,
      e.channels, e.objects, e.ways, e.levels, coalesce(array_agg(p.number order by p.number)
        filter (where p.number is not null), '{}') as numbers, count(p.number)::integer as items,
      count(p.number) filter (where p.published_at is not null or own_elsewhere is not null)::integer as published,
      max(greatest((p.published_at at time zone 'Asia/Shanghai')::date, own_elsewhere)) as "lastOn",
      min(p.due_on) filter (where p.phase not in ('notPublished', 'takenDown', 'dropped') and case when p.due_on >= a.shared_since
        then p.shared_on is null else p.first_published_at is null and own_elsewhere is null end) as "dueOn"
    from catalogue_entry e
    join agency a on a.id = e.agency_id
    left join catalogue_link l on l.agency_id = e.agency_id and l.path = e.path
    left join publication p on p.agency_id = l.agency_id and p.number = l.number and p.phase not in ('dropped', 'takenDown')
    left join lateral (select case when p.elsewhere_platforms @> array[a.shared_platform] then p.elsewhere_on end
      as own_elsewhere) as o on true
    where e.agency_id = ${agencyId} and not e.retired
    group by e.agency_id, e.path order by e.place`.execute(trx)
  return rows
}

/** Says under which entry an item stands, by the entry's place in the catalogue or its path. */
export async function linkToCatalogue(trx: Trx, agencyId: number, entry: string, number: string): Promise<string> {
  const path = await findEntry(trx, agencyId, entry)
  const { rows: known } =
    await sql`select 1 from publication where agency_id = ${agencyId} and number = ${number}`.execute(trx)
  if (known.length === 0) throw new Refusal('publication-unknown', { number })
  const { rows } =
    await sql`insert into catalogue_link (agency_id, path, number) values (${agencyId}, ${path}, ${number})
    on conflict do nothing returning 1`.execute(trx)
  if (rows.length > 0)
    await appendAudit(trx, { agencyId, action: 'catalogue.linked', subject: number, after: { path } })
  return path
}

/** Takes an item from under an entry. */
export async function unlinkFromCatalogue(trx: Trx, agencyId: number, entry: string, number: string): Promise<string> {
  const path = await findEntry(trx, agencyId, entry)
  const { rows } = await sql`delete from catalogue_link
    where agency_id = ${agencyId} and path = ${path} and number = ${number} returning 1`.execute(trx)
  if (rows.length > 0)
    await appendAudit(trx, { agencyId, action: 'catalogue.unlinked', subject: number, after: { path } })
  return path
}

async function findEntry(trx: Trx, agencyId: number, entry: string): Promise<string> {
  const place = /^\d{1,6}$/.test(entry) ? Number(entry) : -1
  const { rows } = await sql<{ path: string }>`select path from catalogue_entry
    where agency_id = ${agencyId} and not retired and (path = ${entry} or place = ${place})`.execute(trx)
  if (!rows[0]) throw new Refusal('catalogue-entry-unknown', { entry })
  return rows[0].path
}
