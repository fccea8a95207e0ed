import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { scopeToAgency } from './agency-table.ts'

/** Where an office publishes, on which day an item was published there, and the standard catalogue with the items of its entries. */
export const publishingElsewhere: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
    await scopeToAgency(db, 'catalogue_entry', ['select', 'insert', 'update'])
    await scopeToAgency(db, 'catalogue_link', ['select', 'insert', 'delete'])
  },
}

const statements = [
  // The shared platform (集约化平台) whose day counts where the office says that it publishes there; null: on this portal.
  'alter table agency add column shared_platform text',
  // The first day on which the item was published on any other platform.
  'alter table publication add column elsewhere_on date, add column elsewhere_platforms text[] not null default array[]::text[]',
  // 基层政务公开标准目录: an entry by its path; one that a later edition no longer has is retired and keeps its links.
  `create table catalogue_entry (
    agency_id integer not null references agency,
    path text not null,
    place integer not null,
    content text not null,
    basis text not null,
    time_limit text not null,
    body text not null,
    channels text[] not null,
    objects text[] not null,
    ways text[] not null,
    levels text[] not null,
    retired boolean not null default false,
    primary key (agency_id, path)
  )`,
  `create table catalogue_link (
    agency_id integer not null,
    path text not null,
    number text not null,
    primary key (agency_id, path, number),
    foreign key (agency_id, path) references catalogue_entry,
    foreign key (agency_id, number) references publication
  )`,
  'create index catalogue_link_number on catalogue_link (agency_id, number)',
]
