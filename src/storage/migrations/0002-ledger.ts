import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { scopeToAgency } from './agency-table.ts'

/** The ledger that the annual report is computed from, and reports declared by hand. */
export const ledger: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
    for (const table of ['request', 'remedy', 'document', 'annual_count', 'ledger_sheet'])
      await scopeToAgency(db, table, ['select', 'insert', 'update'])
    for (const table of ['declared_report', 'declared_cell']) await scopeToAgency(db, table, ['select', 'insert'])
  },
}

const statements = [
  `create type applicant_kind as enum
    ('naturalPerson', 'business', 'researchInstitute', 'socialWelfare', 'legalService', 'otherOrganisation')`,
  `create type request_outcome as enum (
    'granted', 'partlyGranted', 'withheld.stateSecret', 'withheld.forbiddenByLaw', 'withheld.securityAndStability',
    'withheld.thirdPartyRights', 'withheld.internalAffairs', 'withheld.processInformation', 'withheld.enforcementFile',
    'withheld.administrativeInquiry', 'unavailable.notHeld', 'unavailable.wouldNeedCreation', 'unavailable.stillUnclear',
    'rejected.petition', 'rejected.repeat', 'rejected.publishedMaterial', 'rejected.excessive', 'rejected.reissue',
    'other.correctionOverdue', 'other.feeOverdue', 'other.remaining')`,
  // The checks are what makes identity K1 hold whatever is imported. No foreign key to the agency, which would be asked for
  // each of the rows of an import: row-level security lets in only agencies of the transaction, and an agency never goes,
  // for its audit chain refers to it.
  `create table request (
    agency_id integer not null,
    number text not null,
    channel text not null,
    received_on date not null,
    applicant_kind applicant_kind not null,
    applicant uuid,
    content text,
    correction_requested_on date,
    correction_until date,
    corrected_on date,
    consultation_sent_on date,
    consultation_received_on date,
    consultation_answered_on date,
    extended_on date,
    extension_days integer,
    outcome request_outcome,
    replied_on date,
    fee_notified_on date,
    fee_charged bigint,
    fee_paid_on date,
    reopened_on date,
    new_outcome request_outcome,
    new_replied_on date,
    note text,
    primary key (agency_id, number),
    check ((outcome is null) = (replied_on is null)),
    check (replied_on >= received_on)
  )`,
  // Serves the annual figures from the index alone.
  `create index request_figures on request (agency_id, replied_on, received_on) include (applicant_kind, outcome)`,
  `create index request_fees on request (agency_id, fee_notified_on) where fee_notified_on is not null`,
  `create index request_fee_unrecorded on request (agency_id, replied_on)
    where outcome = 'other.feeOverdue' and fee_notified_on is null`,
  `create table remedy (
    agency_id integer not null references agency,
    case_number text not null,
    request_number text,
    kind text not null check (kind in ('reconsideration', 'litigationDirect', 'litigationAfterReconsideration')),
    filed_on date not null,
    concluded_on date,
    result text check (result in ('upheld', 'overturned', 'otherResult')),
    co_defendant text check (co_defendant in ('yes', 'no')),
    primary key (agency_id, case_number),
    check ((concluded_on is null) = (result is null)),
    check (concluded_on >= filed_on)
  )`,
  `create table document (
    agency_id integer not null references agency,
    key text not null,
    title text not null,
    document_number text,
    kind text not null check (kind in ('regulation', 'normativeDocument', 'other')),
    made_on date not null,
    published_on date,
    ended_on date,
    ended_how text check (ended_how in ('repealed', 'expired')),
    lead_maker text,
    primary key (agency_id, key),
    check ((ended_on is null) = (ended_how is null)),
    check (ended_on >= made_on)
  )`,
  // Money in cents.
  `create table annual_count (
    agency_id integer not null references agency,
    key text not null,
    year integer not null,
    licences_decisions bigint,
    penalties_decisions bigint,
    coercive_measures_decisions bigint,
    fees_amount bigint,
    supplied_by text,
    primary key (agency_id, key)
  )`,
  'create index annual_count_year on annual_count (agency_id, year)',
  // A sheet that was once handed in: with it, "no row" means none; without it, nobody knows.
  `create table ledger_sheet (
    agency_id integer not null references agency,
    sheet text not null check (sheet in ('requests', 'remedies', 'documents', 'counts')),
    imported_at timestamptz not null,
    primary key (agency_id, sheet)
  )`,
  // The highest version stands; one without cells withdraws what was declared before.
  `create table declared_report (
    agency_id integer not null references agency,
    year integer not null,
    version integer not null,
    declared_by text not null,
    declared_at timestamptz not null default now(),
    withdrawn boolean not null,
    narrative jsonb,
    primary key (agency_id, year, version)
  )`,
  `create table declared_cell (
    agency_id integer not null,
    year integer not null,
    version integer not null,
    address text not null,
    kind text not null check (kind in ('number', 'blank', 'none', 'remark', 'missing')),
    value numeric,
    text text not null,
    primary key (agency_id, year, version, address),
    foreign key (agency_id, year, version) references declared_report,
    check ((value is not null) = (kind in ('number', 'remark')))
  )`,
]
