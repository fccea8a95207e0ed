import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { scopeToAgency } from './agency-table.ts'

/** The numbers (文号) that an agency has given its letters. None is given twice, and none is taken off the list. */
export const documentNumbers: Migration = {
  async up(db: Kysely<unknown>) {
    await sql
      .raw(`create table document_number (
        agency_id integer not null references agency,
        document_number text not null,
        number text not null,
        given_on date not null,
        taken_at timestamptz not null default clock_timestamp(),
        primary key (agency_id, document_number)
      )`)
      .execute(db)
    await sql.raw('create index document_number_taken on document_number (agency_id, taken_at)').execute(db)
    await scopeToAgency(db, 'document_number', ['select', 'insert'])
  },
}
