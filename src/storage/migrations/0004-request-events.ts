import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { scopeToAgency } from './agency-table.ts'

/**
 * Requests become what their events made them: each row of `request` is from now on the listing of a case. What was
 * imported before is the first event of its case.
 */
export const requestEvents: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
    await scopeToAgency(db, 'request_event', ['select', 'insert'])
    await scopeToAgency(db, 'request_text', ['select', 'insert', 'update'])
    await scopeToAgency(db, 'request_counter', ['select', 'insert', 'update'])
  },
}

const statements = [
  // Append-only for the app role. No foreign keys: an import stores 100,000 at once, in the statement that stores the rows.
  `create table request_event (
    agency_id integer not null,
    number text not null,
    version integer not null,
    recorded_at timestamptz not null default clock_timestamp(),
    actor text not null default current_setting('app.actor'),
    event jsonb not null,
    primary key (agency_id, number, version)
  )`,
  // What the applicant wrote, before a correction replaced it. The event's version tells which one brought it.
  `create table request_text (
    agency_id integer not null,
    number text not null,
    version integer not null,
    content text,
    primary key (agency_id, number, version)
  )`,
  // Who applied before is found by the document that was shown, where one was.
  `alter table applicant add column document_lookup bytea not null default ''`,
  `create index applicant_document_lookup on applicant (document_lookup, agency_id) where document_lookup <> ''`,
  // The last number given out in a year.
  `create table request_counter (
    agency_id integer not null references agency,
    year integer not null,
    last integer not null,
    primary key (agency_id, year)
  )`,
  // Received later than it arrived, by channels that both sides confirm; never, where it counts under another number.
  'alter table request alter column received_on drop not null',
  `alter table request
    add column version integer not null default 1,
    add column managed boolean not null default false,
    add column phase text not null default 'handling' check (phase in ('unconfirmed', 'handling', 'awaitingCorrection',
      'awaitingPayment', 'decided', 'approved', 'closed', 'reopened', 'joined', 'archived')),
    add column arrived_on date,
    add column due_on date,
    add column own_due_on date,
    add column lapses_on date,
    add column provisional boolean not null default false,
    add column calendar text not null default ''`,
  `update request set arrived_on = received_on, phase = case
    when reopened_on is not null and new_replied_on is null then 'reopened'
    when replied_on is not null then 'closed'
    when fee_notified_on is not null and fee_paid_on is null then 'awaitingPayment'
    when correction_requested_on is not null and corrected_on is null then 'awaitingCorrection'
    else 'handling' end`,
  `alter table request alter column arrived_on set not null,
    add check (replied_on is null or received_on is not null)`,
  // Open cases by deadline, and all cases newest first.
  'create index request_due on request (agency_id, due_on, number) where due_on is not null',
  'create index request_newest on request (agency_id, arrived_on desc, number desc)',
  // Whether anything of a year was handled here, which says that the year is known.
  'create index request_managed on request (agency_id, arrived_on) where managed',
  `create index request_open on request (agency_id, calendar) where phase not in ('closed', 'joined', 'archived')`,
  `insert into request_event (agency_id, number, version, actor, event)
    select agency_id, number, 1, 'migration', jsonb_build_object('type', 'imported', 'on', received_on, 'row',
      jsonb_strip_nulls(jsonb_build_object(
        'channel', channel, 'receivedOn', received_on, 'applicantKind', applicant_kind, 'applicant', applicant,
        'correctionRequestedOn', correction_requested_on, 'correctionUntil', correction_until,
        'correctedOn', corrected_on, 'consultationSentOn', consultation_sent_on,
        'consultationReceivedOn', consultation_received_on, 'consultationAnsweredOn', consultation_answered_on,
        'extendedOn', extended_on, 'extensionDays', extension_days, 'outcome', outcome, 'repliedOn', replied_on,
        'feeNotifiedOn', fee_notified_on, 'feeCharged', fee_charged, 'feePaidOn', fee_paid_on,
        'reopenedOn', reopened_on, 'newOutcome', new_outcome, 'newRepliedOn', new_replied_on)))
    from request`,
]
