import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { scopeToAgency } from './agency-table.ts'

/** What the public pages show besides items: guides, annual reports as they were published, the column an item stands in. */
export const publicPages: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
    await scopeToAgency(db, 'agency_guide', ['select', 'insert', 'update'])
    await scopeToAgency(db, 'public_report', ['select', 'insert'])
    // Guides and published reports may be read by everybody; the policy above says who writes them.
    for (const table of ['agency_guide', 'public_report'])
      await sql.raw(`create policy public_reading on ${table} for select using (true)`).execute(db)
  },
}

const statements = [
  // 条例12: one guide an agency. What stood in it before is in the audit chain.
  `create table agency_guide (
    agency_id integer primary key references agency,
    guide jsonb not null,
    changed_at timestamptz not null,
    checked_at timestamptz not null check (checked_at >= changed_at)
  )`,
  // Each version as it was published; none is ever changed. Bytes lie in the folder of files, by their digests.
  `create table public_report (
    agency_id integer not null references agency,
    year integer not null,
    version integer not null check (version >= 1),
    published_at timestamptz not null default clock_timestamp(),
    note text check (note <> ''),
    files jsonb not null,
    primary key (agency_id, year, version),
    check ((version = 1) = (note is null))
  )`,
  `alter table public_item add column site_column text check (site_column in ('rules'))`,
  `create index public_item_column on public_item (agency_id, site_column, published_at desc, id desc)
    where taken_down_on is null and site_column is not null`,
  // How many there are of each: read from the index alone.
  `create index public_item_counts on public_item (agency_id, item, theme, genre, maker) where taken_down_on is null`,
  'create index public_item_maker on public_item (agency_id, maker, published_at desc, id desc) where taken_down_on is null',
  // The same parts over all agencies.
  'create index public_item_item_all on public_item (item, published_at desc, id desc) where taken_down_on is null',
  `create index public_item_theme_all on public_item (split_part(theme, '.', 1), published_at desc, id desc)
    where taken_down_on is null`,
  'create index public_item_genre_all on public_item (genre, published_at desc, id desc) where taken_down_on is null',
  'create index public_item_maker_all on public_item (maker, published_at desc, id desc) where taken_down_on is null',
]
