import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { grantToApp, scopeToAgency } from './agency-table.ts'

/** Requests that the public makes on the portal: what is still being filled in, what was sent, and who may follow it. */
export const applying: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
    await scopeToAgency(db, 'request_draft', ['select', 'insert', 'update', 'delete'])
    await scopeToAgency(db, 'request_draft_file', ['select', 'insert', 'delete'])
    await scopeToAgency(db, 'portal_request', ['select', 'insert'])
    await scopeToAgency(db, 'portal_visit', ['select', 'insert', 'update', 'delete'])
    await scopeToAgency(db, 'portal_opening', ['select', 'insert'])
    for (const table of ['portal_use', 'portal_spent'])
      for (const right of ['select', 'insert', 'update', 'delete'] as const) await grantToApp(db, 'table', table, right)
    await sql.raw('revoke all on function erase_expired_drafts() from public').execute(db)
    await grantToApp(db, 'function', 'erase_expired_drafts()', 'execute')
  },
}

const statements = [
  // What somebody is filling in, sealed under a key of its own as applicants are. It is found by a keyed digest of what their
  // browser holds, so that the table opens nothing to whoever reads it.
  `create table request_draft (
    agency_id integer not null references agency,
    draft bytea not null,
    algorithm text not null,
    key_id text not null,
    wrapped_key bytea not null,
    sealed bytea not null,
    expires_at timestamptz not null default now() + interval '7 days',
    primary key (agency_id, draft)
  )`,
  'create index request_draft_expiry on request_draft (expires_at)',
  `create table request_draft_file (
    agency_id integer not null,
    draft bytea not null,
    file uuid not null,
    algorithm text not null,
    key_id text not null,
    wrapped_key bytea not null,
    sealed bytea not null,
    primary key (agency_id, draft, file),
    foreign key (agency_id, draft) references request_draft on delete cascade
  )`,
  // A request that was sent here. Of the query code there is a keyed digest; `submission` is one of the form that was sent, so
  // that the same form sent twice is one request.
  `create table portal_request (
    agency_id integer not null,
    number text not null,
    submission bytea not null,
    code_digest bytea not null,
    submitted_at timestamptz not null,
    form text not null,
    notice text not null,
    primary key (agency_id, number),
    unique (agency_id, submission),
    foreign key (agency_id, number) references request
  )`,
  // Whoever told number and code may look for a short while; by a keyed digest of what their browser holds.
  `create table portal_visit (
    agency_id integer not null references agency,
    visit bytea not null,
    number text not null,
    expires_at timestamptz not null,
    primary key (agency_id, visit)
  )`,
  'create index portal_visit_expiry on portal_visit (expires_at)',
  // The first time that a letter was opened by whoever follows the request.
  `create table portal_opening (
    agency_id integer not null,
    number text not null,
    file text not null,
    opened_at timestamptz not null,
    primary key (agency_id, number, file)
  )`,
  // How often something was done in a span of time: by keyed digests of addresses and numbers, for all processes together.
  `create table portal_use (
    bucket bytea primary key,
    used integer not null,
    ends_at timestamptz not null
  )`,
  'create index portal_use_end on portal_use (ends_at)',
  // Challenges and questions that were answered, and by which form, so that none serves two.
  `create table portal_spent (
    digest bytea primary key,
    holder bytea not null,
    expires_at timestamptz not null
  )`,
  'create index portal_spent_expiry on portal_spent (expires_at)',
  // Whose drafts they are does not matter to their end, and row-level security would hide those of other agencies.
  `create function erase_expired_drafts() returns integer
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    gone integer;
  begin
    delete from request_draft where expires_at <= now();
    get diagnostics gone = row_count;
    delete from portal_visit where expires_at <= now();
    delete from portal_use where ends_at <= now();
    delete from portal_spent where expires_at <= now();
    return gone;
  end $$`,
]
