import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { grantToApp, scopeToAgency } from './agency-table.ts'

/** Query codes that took the place of a lost one, and the counts that whoever runs a server sees. */
export const operation: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
    await scopeToAgency(db, 'portal_code', ['select', 'insert'])
    await sql.raw('revoke all on function operation_figures() from public').execute(db)
    await grantToApp(db, 'function', 'operation_figures()', 'execute')
  },
}

const statements = [
  // The newest code of a request is the one that opens it; the first stands with the request. None is ever changed.
  `create table portal_code (
    agency_id integer not null,
    number text not null,
    nth integer not null,
    code_digest bytea not null,
    issued_at timestamptz not null default now(),
    primary key (agency_id, number, nth),
    foreign key (agency_id, number) references portal_request
  )`,
  // Counts of all agencies together, which row-level security would hide.
  `create function operation_figures() returns table (agencies bigint, audit_entries numeric, bytes bigint)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select (select count(*) from agency), (select coalesce(sum(seq), 0) from audit_head), pg_database_size(current_database())
  $$`,
]
