import type { Generated } from 'kysely'
import type { SheetId } from '../../report/ledger/sheets.ts'
import type { CellKind } from '../../report/report.ts'
import type { ApplicantKindId } from '../../statute/applicant-kinds.ts'
import type { RemedyGroupId } from '../../statute/form-2021.ts'
import type { OutcomeId } from '../../statute/outcomes.ts'

/** The tables of the ledger and of declared reports, as the app role sees them. Money is in cents. */
export type LedgerTables = {
  request: RequestTable
  remedy: RemedyTable
  document: DocumentTable
  annual_count: AnnualCountTable
  ledger_sheet: { agency_id: number; sheet: SheetId; imported_at: Date }
  declared_report: DeclaredReportTable
  declared_cell: DeclaredCellTable
}

/** The listing row of a disclosure request. `applicant` refers to the sealed identity. */
export type RequestTable = {
  agency_id: number
  number: string
  channel: string
  received_on: string
  applicant_kind: ApplicantKindId
  applicant: string | null
  content: string | null
  correction_requested_on: string | null
  correction_until: string | null
  corrected_on: string | null
  consultation_sent_on: string | null
  consultation_received_on: string | null
  consultation_answered_on: string | null
  extended_on: string | null
  extension_days: number | null
  outcome: OutcomeId | null
  replied_on: string | null
  fee_notified_on: string | null
  fee_charged: string | null
  fee_paid_on: string | null
  /** A case reopened after a remedy keeps its outcome and day of reply; what came of it later is never counted. */
  reopened_on: string | null
  new_outcome: OutcomeId | null
  new_replied_on: string | null
  note: string | null
}

export type RemedyTable = {
  agency_id: number
  case_number: string
  request_number: string | null
  kind: RemedyGroupId
  filed_on: string
  concluded_on: string | null
  result: 'upheld' | 'overturned' | 'otherResult' | null
  co_defendant: 'yes' | 'no' | null
}

/** `key` is the document number where there is one, else title and day made. */
export type DocumentTable = {
  agency_id: number
  key: string
  title: string
  document_number: string | null
  kind: 'regulation' | 'normativeDocument' | 'other'
  made_on: string
  published_on: string | null
  ended_on: string | null
  ended_how: 'repealed' | 'expired' | null
  lead_maker: string | null
}

export type AnnualCountTable = {
  agency_id: number
  key: string
  year: number
  licences_decisions: string | null
  penalties_decisions: string | null
  coercive_measures_decisions: string | null
  fees_amount: string | null
  supplied_by: string | null
}

export type DeclaredReportTable = {
  agency_id: number
  year: number
  version: number
  declared_by: string
  declared_at: Generated<Date>
  withdrawn: boolean
  narrative: unknown
}

export type DeclaredCellTable = {
  agency_id: number
  year: number
  version: number
  address: string
  kind: Exclude<CellKind, 'unreadable'>
  value: string | null
  text: string
}
