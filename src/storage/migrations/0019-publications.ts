import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { grantToApp, scopeToAgency } from './agency-table.ts'

/** Proactive disclosure: items with their events and texts, numbers that are never given twice, and what the public sees. */
export const publications: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
    await scopeToAgency(db, 'publication', ['select', 'insert', 'update'])
    await scopeToAgency(db, 'publication_event', ['select', 'insert'])
    await scopeToAgency(db, 'publication_text', ['select', 'insert'])
    await scopeToAgency(db, 'publication_counter', ['select', 'insert', 'update'])
    await scopeToAgency(db, 'index_number', ['select', 'insert'])
    await scopeToAgency(db, 'public_item', ['select', 'insert', 'update'])
    // What is published may be read by everybody, without an agency; the policy above still says who writes it.
    await sql.raw('create policy public_reading on public_item for select using (true)').execute(db)
    await sql.raw('revoke all on function public_agencies() from public').execute(db)
    await grantToApp(db, 'function', 'public_agencies()', 'execute')
  },
}

const statements = [
  `alter table agency
    add column review_stages text[] not null default '{审批}' check (cardinality(review_stages) between 1 and 9),
    add column index_pattern text not null default '{code}/{year}-{serial:5}'`,
  // The listing of what an office works on.
  `create table publication (
    agency_id integer not null references agency,
    number text not null check (number <> ''),
    id uuid not null unique,
    version integer not null,
    phase text not null check (phase in
      ('drafting', 'reviewing', 'referred', 'approved', 'scheduled', 'published', 'notPublished', 'takenDown', 'dropped')),
    title text not null,
    unit text not null,
    document_number text,
    index_number text,
    attribute text not null check (attribute in ('proactive', 'onRequest', 'notDisclosed')),
    kind text not null,
    limit_kind text not null,
    made_on date not null,
    formed_on date not null,
    due_on date,
    publish_at timestamptz,
    first_published_at timestamptz,
    published_at timestamptz,
    published_version integer,
    validity text,
    assessed_on date,
    primary key (agency_id, number)
  )`,
  'create index publication_newest on publication (agency_id, formed_on desc, number desc)',
  // What waits, by the day it has to be published; and what waits for its hour.
  `create index publication_due on publication (agency_id, due_on, number)
    where first_published_at is null and phase not in ('notPublished', 'takenDown', 'dropped')`,
  `create index publication_scheduled on publication (agency_id, publish_at) where phase = 'scheduled'`,
  `create index publication_not_published on publication (agency_id, assessed_on, number) where phase = 'notPublished'`,
  // Append-only for the app role.
  `create table publication_event (
    agency_id integer not null,
    number text not null,
    version integer not null,
    recorded_at timestamptz not null default clock_timestamp(),
    actor text not null default current_setting('app.actor'),
    event jsonb not null,
    primary key (agency_id, number, version),
    foreign key (agency_id, number) references publication
  )`,
  // Texts by the digest of their JSON: events name them, and equal ones are one.
  `create table publication_text (
    agency_id integer not null references agency,
    digest text not null,
    digest_algorithm text not null default 'SHA-256',
    body jsonb not null,
    primary key (agency_id, digest)
  )`,
  // The last number given out under a heading: of items in a year, of index numbers before their serial.
  `create table publication_counter (
    agency_id integer not null references agency,
    heading text not null,
    last integer not null,
    primary key (agency_id, heading)
  )`,
  // 索引号, once given, is never given again, whatever becomes of its item.
  `create table index_number (
    agency_id integer not null references agency,
    index_number text not null,
    number text not null,
    primary key (agency_id, index_number)
  )`,
  // What the public sees: the version that stands, or the trace of one that was withdrawn. Nothing of a draft is in here.
  `create table public_item (
    id uuid primary key,
    agency_id integer not null references agency,
    index_number text not null,
    version integer not null,
    title text not null,
    summary text,
    maker text not null,
    made_on date not null,
    document_number text,
    kind text not null,
    item text,
    theme text,
    genre text,
    validity text not null,
    validity_since date not null,
    validity_basis text not null,
    keywords text[] not null,
    joint_makers text[] not null,
    interprets uuid[] not null,
    valid_until date,
    published_at timestamptz not null,
    changed_at timestamptz not null,
    taken_down_on date,
    takedown_reasons text,
    body jsonb,
    attachments jsonb not null,
    check ((taken_down_on is null) = (takedown_reasons is null)),
    check (taken_down_on is null or (body is null and attachments = '[]'::jsonb))
  )`,
  'create index public_item_newest on public_item (published_at desc, id desc) where taken_down_on is null',
  'create index public_item_agency on public_item (agency_id, published_at desc, id desc) where taken_down_on is null',
  'create index public_item_item on public_item (agency_id, item, published_at desc, id desc) where taken_down_on is null',
  `create index public_item_theme on public_item (agency_id, split_part(theme, '.', 1), published_at desc, id desc)
    where taken_down_on is null`,
  'create index public_item_genre on public_item (agency_id, genre, published_at desc, id desc) where taken_down_on is null',
  'create index public_item_interprets on public_item using gin (interprets)',
  // The organs of this installation, which is public knowledge; row-level security shows the table to none who names no agency.
  `create function public_agencies()
  returns table (id integer, code text, name text, level text, kind text, parent_id integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select a.id, a.code, a.name, a.level, a.kind, a.parent_id from agency a order by a.code $$`,
]
