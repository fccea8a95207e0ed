import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { scopeToAgency } from './agency-table.ts'

/** How an agency is reminded, what became of each reminder, and the notices in the program. */
export const reminders: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
    await scopeToAgency(db, 'reminder_channel', ['select', 'insert', 'delete'])
    await scopeToAgency(db, 'reminder', ['select', 'insert', 'update', 'delete'])
    await scopeToAgency(db, 'inbox_notice', ['select', 'insert', 'update'])
  },
}

const statements = [
  // Where it leads is sealed: a robot's URL is all that is needed to write to the group.
  `create table reminder_channel (
    agency_id integer not null references agency,
    name text not null check (name <> ''),
    kind text not null,
    language text not null,
    at text not null,
    urgent_at text,
    working_days_only boolean not null,
    when_nothing boolean not null,
    days integer not null,
    algorithm text,
    key_id text,
    sealed bytea,
    created_at timestamptz not null default now(),
    primary key (agency_id, name),
    check ((kind = 'inApp') = (sealed is null))
  )`,
  "create unique index reminder_channel_in_app on reminder_channel (agency_id) where kind = 'inApp'",
  // One row is one reminder, claimed by an update of its row. While it waits, `next_at` is when it may be claimed (again):
  // after a failure, or when whoever claimed it must have died. No problem yet: it is under way.
  `create table reminder (
    agency_id integer not null references agency,
    channel_name text not null,
    day date not null,
    kind text not null check (kind in ('digest', 'urgent')),
    state text not null check (state in ('waiting', 'sent', 'nothing', 'givenUp')),
    attempts integer not null,
    next_at timestamptz not null,
    problem jsonb,
    finished_at timestamptz check ((state = 'waiting') = (finished_at is null)),
    primary key (agency_id, channel_name, day, kind)
  )`,
  "create index reminder_waiting on reminder (day) where state = 'waiting'",
  // Facts and no words, so that each reader has them in their own language.
  `create table inbox_notice (
    agency_id integer not null references agency,
    id uuid not null,
    day date not null,
    kind text not null check (kind in ('digest', 'urgent', 'givenUp')),
    content jsonb not null,
    made_at timestamptz not null default now(),
    read_at timestamptz,
    read_by text,
    primary key (agency_id, id)
  )`,
  'create index inbox_notice_unread on inbox_notice (agency_id, id) where read_at is null',
]
