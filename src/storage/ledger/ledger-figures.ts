import { sql } from 'kysely'
import type {
  CountFigures,
  DocumentFigure,
  FeeFigures,
  Period,
  RemedyFigure,
  RequestFigure,
  YearFigures,
} from '../../report/compute/year-figures.ts'
import type { SheetId } from '../../report/ledger/sheets.ts'
import type { ApplicantKindId } from '../../statute/applicant-kinds.ts'
import type { Day } from '../../statute/day.ts'
import type { OutcomeId } from '../../statute/outcomes.ts'
import type { Agency } from '../agencies.ts'
import type { Trx } from '../storage.ts'

/** Reads what the form needs of one agency's ledger for a period, one pass over each table. */
export async function ledgerFigures(trx: Trx, agency: Agency, period: Period): Promise<YearFigures> {
  const sheets = await sheetsHandedIn(trx, agency.id, period.first)
  return {
    requests: sheets.has('requests') ? await requestFigures(trx, agency.id, period) : null,
    remedies: sheets.has('remedies') ? await remedyFigures(trx, agency.id, period) : null,
    documents: sheets.has('documents') ? await documentFigures(trx, agency, period) : null,
    counts: sheets.has('counts') ? await countFigures(trx, agency.id, period.year) : null,
    fees: sheets.has('requests') ? await feeFigures(trx, agency.id, period) : null,
  }
}

/**
 * The sheets that the agency handed in last on `since` or later, and those whose cases are handled here: of a year of which
 * neither holds nothing is known, and "no row" is not "none".
 */
export async function sheetsHandedIn(trx: Trx, agencyId: number, since: Day): Promise<ReadonlySet<SheetId>> {
  const { rows } = await sql<{ sheet: SheetId }>`select sheet from ledger_sheet where agency_id = ${agencyId}
    and (imported_at at time zone 'Asia/Shanghai')::date >= ${since}::date
    union select 'requests' where exists (select 1 from request
      where agency_id = ${agencyId} and managed and arrived_on >= ${since}::date)
    union select 'remedies' where exists (select 1 from remedy
      where agency_id = ${agencyId} and managed and filed_on >= ${since}::date)`.execute(trx)
  return new Set(rows.map(({ sheet }) => sheet))
}

/**
 * Requests with a part in the period, in two questions: those replied from its first day on, and those still open. Each is
 * one range of one index, and each alone can be counted by several workers; joined in one statement they cannot.
 */
async function requestFigures(trx: Trx, agencyId: number, { first, last }: Period): Promise<RequestFigure[]> {
  type Counted = { kind: ApplicantKindId; outcome: OutcomeId | null; received: boolean; count: string }
  const replied = await sql<Counted>`select applicant_kind as kind,
      case when replied_on <= ${last}::date then outcome end as outcome, received_on >= ${first}::date as received,
      count(*) as count
    from request where agency_id = ${agencyId} and replied_on >= ${first}::date and received_on <= ${last}::date
    group by 1, 2, 3`.execute(trx)
  const open = await sql<Counted>`select applicant_kind as kind, null as outcome,
      received_on >= ${first}::date as received, count(*) as count
    from request where agency_id = ${agencyId} and replied_on is null and received_on <= ${last}::date
    group by 1, 3`.execute(trx)
  return [...replied.rows, ...open.rows].map(({ kind, outcome, received, count }) => ({
    applicantKind: kind,
    entry: received ? 'received' : 'carriedIn',
    outcome,
    count: Number(count),
  }))
}

/** Decided cases by the day of conclusion, pending ones at the end of the period; none as co-defendant (201号). */
async function remedyFigures(trx: Trx, agencyId: number, { first, last }: Period): Promise<RemedyFigure[]> {
  const { rows } = await sql<{ group: RemedyFigure['group']; column: RemedyFigure['column']; count: string }>`
    select kind as "group", case when concluded_on <= ${last}::date then result else 'pending' end as "column",
      count(*) as count
    from remedy
    where agency_id = ${agencyId} and coalesce(co_defendant, 'no') = 'no'
      and filed_on <= ${last}::date and (concluded_on is null or concluded_on >= ${first}::date)
    group by 1, 2`.execute(trx)
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** Documents that count at this agency: its own, and joint ones it led (条例10). In force: neither repealed nor expired. */
async function documentFigures(trx: Trx, agency: Agency, { first, last }: Period): Promise<DocumentFigure[]> {
  const { rows } = await sql<Record<Exclude<keyof DocumentFigure, 'kind'>, string> & { kind: DocumentFigure['kind'] }>`
    select kind,
      count(*) filter (where made_on >= ${first}::date) as issued,
      count(*) filter (where ended_how = 'repealed' and ended_on between ${first}::date and ${last}::date) as repealed,
      count(*) filter (where ended_on is null or ended_on > ${last}::date) as "inForce",
      count(*) filter (where published_on between ${first}::date and ${last}::date) as published
    from document
    where agency_id = ${agency.id} and made_on <= ${last}::date
      and (lead_maker is null or lead_maker in (${agency.name}, ${agency.code}))
    group by 1`.execute(trx)
  return rows.map(({ kind, issued, repealed, inForce, published }) => ({
    kind,
    issued: Number(issued),
    repealed: Number(repealed),
    inForce: Number(inForce),
    published: Number(published),
  }))
}

async function countFigures(trx: Trx, agencyId: number, year: number): Promise<CountFigures> {
  const { rows } = await sql<Record<keyof CountFigures, string | null>>`
    select sum(licences_decisions) as licences, sum(penalties_decisions) as penalties,
      sum(coercive_measures_decisions) as "coerciveMeasures", sum(fees_amount) as "feesCents"
    from annual_count where agency_id = ${agencyId} and year = ${year}`.execute(trx)
  const [sums] = rows
  const number = (sum: string | null | undefined) => (sum === null || sum === undefined ? null : Number(sum))
  return {
    licences: number(sums?.licences),
    penalties: number(sums?.penalties),
    coerciveMeasures: number(sums?.coerciveMeasures),
    feesCents: sums?.feesCents ? BigInt(sums.feesCents) : null,
  }
}

/** Fee notices by the day of the notice, payments by the day of payment (109号). */
async function feeFigures(trx: Trx, agencyId: number, { first, last }: Period): Promise<FeeFigures> {
  const { rows } = await sql<Record<keyof FeeFigures, string | null>>`
    select count(*) filter (where fee_notified_on between ${first}::date and ${last}::date) as notices,
      coalesce(sum(fee_charged) filter (where fee_notified_on between ${first}::date and ${last}::date), 0) as "chargedCents",
      coalesce(sum(fee_charged) filter (where fee_paid_on between ${first}::date and ${last}::date), 0) as "collectedCents",
      (select count(*) from request where agency_id = ${agencyId} and fee_notified_on is null
        and outcome = 'other.feeOverdue' and replied_on between ${first}::date and ${last}::date) as "unrecordedNotices"
    from request where agency_id = ${agencyId} and fee_notified_on is not null`.execute(trx)
  const [sums] = rows
  return {
    notices: Number(sums?.notices ?? 0),
    chargedCents: BigInt(sums?.chargedCents ?? 0),
    collectedCents: BigInt(sums?.collectedCents ?? 0),
    unrecordedNotices: Number(sums?.unrecordedNotices ?? 0),
  }
}
