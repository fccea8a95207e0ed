import type { ColumnType, Generated } from 'kysely'
import type { AgencyKind, AgencyLevel } from '../statute/agency-rank.ts'
import type { LedgerTables } from './ledger/ledger-tables.ts'

/**
 * The tables as the app role sees them, one row type each. `bigint` and `numeric` columns are strings, `date` columns are
 * `YYYY-MM-DD` strings: nothing is rounded and no day moves with a time zone.
 */
export interface Database extends LedgerTables {
  agency: AgencyTable
  audit_head: AuditHeadTable
  audit_entry: AuditEntryTable
  applicant: ApplicantTable
  api_token: ApiTokenTable
  idempotency_key: IdempotencyKeyTable
  stored_file: StoredFileTable
  document_number: {
    agency_id: number
    document_number: string
    number: string
    given_on: string
    procedure: Generated<'request' | 'recordAmendment'>
    taken_at: Generated<Date>
  }
}

/** An organ that the report is about. `id` is the key of every row that belongs to it. */
export type AgencyTable = {
  id: number
  code: string
  name: string
  level: AgencyLevel
  kind: AgencyKind
  parent_id: number | null
  /** The regional days it goes by; null for the national calendar alone. */
  calendar_layer: Generated<string | null>
  created_at: Generated<Date>
}

/** Where an agency's audit chain stands. Written by `append_audit` only. */
export type AuditHeadTable = {
  agency_id: number
  seq: string
  hash: Buffer
}

/** One link of an agency's audit chain. Written by `append_audit` only. */
export type AuditEntryTable = {
  agency_id: number
  seq: string
  recorded_at: Date
  actor: string
  reason: string | null
  action: string
  subject: string
  before: unknown
  after: unknown
  algorithm: string
  previous_hash: Buffer
  hash: Buffer
}

/** The only table that holds a person's identity, sealed. An erased applicant has no `wrapped_key`. */
export type ApplicantTable = {
  agency_id: number
  reference: string
  algorithm: string
  key_id: string
  wrapped_key: Buffer | null
  sealed: Buffer
  lookup_algorithm: string
  name_lookup: Buffer
  /** Empty where no document was shown. */
  document_lookup: Buffer
  created_at: ColumnType<Date, never, never>
}

/** A program that acts for an agency. The token itself is not kept. */
export type ApiTokenTable = {
  agency_id: number
  name: string
  digest_algorithm: string
  digest: Buffer
  scopes: string[]
  roles: string[]
  created_at: Generated<Date>
  revoked_at: Date | null
}

/** What a token was answered to a post with this key. */
export type IdempotencyKeyTable = {
  agency_id: number
  token: string
  key: string
  asked: Buffer
  status: number
  answer: string
  created_at: Generated<Date>
}

/** A file of an agency; its bytes lie on disk under the digest. */
export type StoredFileTable = {
  agency_id: number
  digest: string
  digest_algorithm: string
  name: string
  media_type: string
  bytes: string
  stored_by: string
  stored_at: Generated<Date>
}
