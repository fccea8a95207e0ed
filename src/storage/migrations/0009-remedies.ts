import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { scopeToAgency } from './agency-table.ts'

/** Reconsiderations and litigation become cases with periods of the agency's own; what a ledger told of them stays. */
export const remedies: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
    await scopeToAgency(db, 'remedy_result', ['select', 'insert', 'update'])
  },
}

const statements = [
  // `managed`: something was told of it here, so that the ledger's file no longer speaks for it.
  `alter table remedy
    add column managed boolean not null default false,
    add column body text check (body <> ''),
    add column procedure text check (procedure in ('ordinary', 'simple')),
    add column copy_received_on date,
    add column converted_on date,
    add column answered_on date,
    add column raw_result text,
    add check (procedure is null or kind = 'reconsideration'),
    add check (copy_received_on >= filed_on),
    add check (converted_on is null or (procedure = 'simple' and copy_received_on <= converted_on)),
    add check (answered_on is null or copy_received_on <= answered_on),
    add check (raw_result is null or concluded_on is not null)`,
  // All cases newest first, those of a request, and those that the agency still has to answer.
  'create index remedy_newest on remedy (agency_id, filed_on desc, case_number desc)',
  'create index remedy_request on remedy (agency_id, request_number) where request_number is not null',
  `create index remedy_awaiting on remedy (agency_id, copy_received_on)
    where copy_received_on is not null and answered_on is null and concluded_on is null`,
  'create index remedy_managed on remedy (agency_id, filed_on) where managed',
  // In which column an agency counts a result, where it does not go by the default.
  `create table remedy_result (
    agency_id integer not null references agency,
    raw_result text not null,
    result text not null check (result in ('upheld', 'overturned', 'otherResult')),
    primary key (agency_id, raw_result)
  )`,
]
