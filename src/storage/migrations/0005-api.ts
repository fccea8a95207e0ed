import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { grantToApp, scopeToAgency } from './agency-table.ts'

/** Programs that act for an agency, and the answers they were given. */
export const api: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
    await scopeToAgency(db, 'api_token', ['select', 'insert', 'update'])
    await scopeToAgency(db, 'idempotency_key', ['select', 'insert', 'delete'])
    await sql.raw('revoke all on function find_api_token(bytea) from public').execute(db)
    await grantToApp(db, 'function', 'find_api_token(bytea)', 'execute')
  },
}

const statements = [
  // Of the token itself only a digest is kept: it is random, so that nothing slower is needed.
  `create table api_token (
    agency_id integer not null references agency,
    name text not null check (name <> ''),
    digest_algorithm text not null,
    digest bytea not null unique,
    scopes text[] not null,
    roles text[] not null,
    created_at timestamptz not null default now(),
    revoked_at timestamptz,
    primary key (agency_id, name)
  )`,
  // The narrow way round row-level security: who holds a token learns whose it is, and nothing else.
  `create function find_api_token(wanted bytea)
  returns table (agency_id integer, agency_code text, name text, scopes text[], roles text[])
  language sql stable security definer set search_path = public, pg_temp
  as $$ select t.agency_id, a.code, t.name, t.scopes, t.roles from api_token t join agency a on a.id = t.agency_id
    where t.digest = wanted and t.revoked_at is null $$`,
  // What was answered to a post with this key, written in the transaction of the change: asked again, it is answered again.
  `create table idempotency_key (
    agency_id integer not null,
    token text not null,
    key text not null,
    asked bytea not null,
    status integer not null,
    answer text not null,
    created_at timestamptz not null default now(),
    primary key (agency_id, token, key)
  )`,
  'create index idempotency_age on idempotency_key (agency_id, created_at)',
]
