import type { Generated } from 'kysely'
import type { SheetId } from '../../report/ledger/sheets.ts'
import type { CellKind } from '../../report/report.ts'
import type { Phase } from '../../requests/case/phase.ts'
import type { RequestEvent } from '../../requests/events/request-event.ts'
import type { Procedure } from '../../requests/remedies/remedy.ts'
import type { ApplicantKindId } from '../../statute/applicant-kinds.ts'
import type { RemedyGroupId } from '../../statute/form-2021.ts'
import type { OutcomeId } from '../../statute/outcomes.ts'
import type { ReceiptChannelId } from '../../statute/receipt-channels.ts'
import type { RawResultId, RemedyResult } from '../../statute/remedy-results.ts'

/** The tables of the ledger and of declared reports, as the app role sees them. Money is in cents. */
export type LedgerTables = {
  request: RequestTable
  request_event: RequestEventTable
  request_text: { agency_id: number; number: string; version: number; content: string | null }
  request_counter: { agency_id: number; year: number; last: number }
  remedy: RemedyTable
  remedy_result: RemedyResultTable
  document: DocumentTable
  annual_count: AnnualCountTable
  ledger_sheet: { agency_id: number; sheet: SheetId; imported_at: Date }
  declared_report: DeclaredReportTable
  declared_cell: DeclaredCellTable
}

/**
 * The listing row of a disclosure request, made out of its events. `applicant` refers to the sealed identity; `managed`: an
 * act was done on it here, so that the ledger's file no longer speaks for it; `calendar`: by which the days were counted.
 */
export type RequestTable = {
  agency_id: number
  number: string
  version: number
  managed: boolean
  phase: Phase
  channel: ReceiptChannelId
  arrived_on: string
  /** Null while it is not received, and where it counts under another number. */
  received_on: string | null
  due_on: string | null
  own_due_on: string | null
  lapses_on: string | null
  provisional: boolean
  calendar: string
  waiting_for: string
  destroyed_in: number | null
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

/** What happened to a request, in the order of `version`. The app role adds to it and changes nothing. */
export type RequestEventTable = {
  agency_id: number
  number: string
  version: number
  recorded_at: Generated<Date>
  actor: Generated<string>
  event: RequestEvent
}

export type RemedyTable = {
  agency_id: number
  case_number: string
  request_number: string | null
  kind: RemedyGroupId
  filed_on: string
  concluded_on: string | null
  result: RemedyResult | null
  co_defendant: 'yes' | 'no' | null
  managed: boolean
  body: string | null
  procedure: Procedure | null
  copy_received_on: string | null
  converted_on: string | null
  answered_on: string | null
  raw_result: RawResultId | null
}

/** In which column an agency counts a result, where it does not go by the default. */
export type RemedyResultTable = { agency_id: number; raw_result: RawResultId; result: RemedyResult }

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
