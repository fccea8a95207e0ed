import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { scopeToAgency } from './agency-table.ts'

/** Record amendments (条例41): what their events made them, their events, and numbers of their own. */
export const recordAmendments: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
    await scopeToAgency(db, 'amendment', ['select', 'insert', 'update'])
    await scopeToAgency(db, 'amendment_event', ['select', 'insert'])
    await scopeToAgency(db, 'amendment_counter', ['select', 'insert', 'update'])
  },
}

const statements = [
  // The listing. `record` and `claim` are the applicant's own words, and stand nowhere else.
  `create table amendment (
    agency_id integer not null references agency,
    number text not null check (number <> ''),
    version integer not null,
    phase text not null check (phase in ('handling', 'awaitingEvidence', 'decided', 'approved', 'transferred', 'closed')),
    channel text not null,
    arrived_on date not null,
    applicant_kind text not null,
    applicant uuid not null,
    record text not null,
    claim text not null,
    transferred_from text,
    target_on date,
    result text check (result in ('amended', 'refused', 'transferred', 'toldElsewhere', 'withdrawn')),
    closed_on date,
    primary key (agency_id, number),
    foreign key (agency_id, applicant) references applicant (agency_id, reference),
    check ((result is null) = (closed_on is null)),
    check ((phase = 'closed') = (closed_on is not null))
  )`,
  // All cases newest first, and the open ones that wait longest first.
  'create index amendment_newest on amendment (agency_id, arrived_on desc, number desc)',
  'create index amendment_waiting on amendment (agency_id, arrived_on, number) where closed_on is null',
  // Append-only for the app role.
  `create table amendment_event (
    agency_id integer not null,
    number text not null,
    version integer not null,
    recorded_at timestamptz not null default clock_timestamp(),
    actor text not null default current_setting('app.actor'),
    event jsonb not null,
    primary key (agency_id, number, version),
    foreign key (agency_id, number) references amendment
  )`,
  // The last number given out in a year.
  `create table amendment_counter (
    agency_id integer not null references agency,
    year integer not null,
    last integer not null,
    primary key (agency_id, year)
  )`,
  // Whose letter a number (文号) was given to: numbers of cases of two procedures may be alike.
  `alter table document_number add column procedure text not null default 'request'
    check (procedure in ('request', 'recordAmendment'))`,
]
