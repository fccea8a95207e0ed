import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { scopeToAgency } from './agency-table.ts'

/** Files that belong to cases. The bytes lie on disk under their digest; here stands whose they are. */
export const files: Migration = {
  async up(db: Kysely<unknown>) {
    await sql
      .raw(`create table stored_file (
        agency_id integer not null references agency,
        digest text not null check (digest ~ '^[0-9a-f]{64}$'),
        digest_algorithm text not null,
        name text not null,
        media_type text not null,
        bytes bigint not null,
        stored_by text not null,
        stored_at timestamptz not null default now(),
        primary key (agency_id, digest)
      )`)
      .execute(db)
    await scopeToAgency(db, 'stored_file', ['select', 'insert'])
  },
}
