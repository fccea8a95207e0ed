import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { scopeToAgency } from './agency-table.ts'

/** Letters by an office's own templates, and what an office says once for all its letters. */
export const letterTemplates: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
    await scopeToAgency(db, 'office_template', ['select', 'insert', 'update'])
    await scopeToAgency(db, 'template_letter', ['select', 'insert'])
    await scopeToAgency(db, 'letter_setting', ['select', 'insert', 'update'])
  },
}

const statements = [
  // Versions are kept; the latest holds while it is not removed. An outcome of '' is none: a notice, or replies of all kinds.
  `create table office_template (
    agency_id integer not null references agency,
    kind text not null check (kind <> ''),
    outcome text not null,
    version integer not null check (version > 0),
    digest text not null,
    name text not null,
    added_by text not null,
    added_at timestamptz not null default now(),
    removed_by text,
    removed_at timestamptz,
    check ((removed_by is null) = (removed_at is null)),
    primary key (agency_id, kind, outcome, version),
    foreign key (agency_id, digest) references stored_file (agency_id, digest)
  )`,
  // Which template made which letter, by the digest of its bytes.
  `create table template_letter (
    id bigint generated always as identity,
    agency_id integer not null,
    number text not null,
    kind text not null,
    outcome text not null,
    version integer not null,
    format text not null check (format in ('docx', 'pdf')),
    digest text not null check (digest ~ '^[0-9a-f]{64}$'),
    made_by text not null,
    made_at timestamptz not null default now(),
    primary key (agency_id, id),
    foreign key (agency_id, kind, outcome, version) references office_template
  )`,
  'create index template_letter_number on template_letter (agency_id, number, id)',
  `create table letter_setting (
    agency_id integer primary key references agency,
    settings jsonb not null check (jsonb_typeof(settings) = 'object'),
    set_by text not null,
    set_at timestamptz not null default now()
  )`,
]
