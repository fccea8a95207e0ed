import { type RawBuilder, sql } from 'kysely'
import type { Period } from '../../report/compute/year-figures.ts'
import type { CellAddress } from '../../report/report.ts'
import type { ProactiveCellId, RemedyColumnId, RequestRowId } from '../../statute/form-2021.ts'
import type { Agency } from '../agencies.ts'
import type { Trx } from '../storage.ts'

/** A row of the ledger behind a cell: what an office may show of it. No name, no content of a request. */
export type CellRow = Readonly<Record<string, string | number | null>>

/** One page of rows, and the mark to ask for the next one with; null after the last. */
export type CellRowPage = { readonly rows: readonly CellRow[]; readonly next: string | null }

type Listing = {
  readonly table: RawBuilder<unknown>
  readonly key: RawBuilder<unknown>
  readonly shown: RawBuilder<unknown>
  readonly where: RawBuilder<unknown>
}

/**
 * The rows that a cell counts, by key, `limit` at a time from after the mark `after`. For the cells that units supply
 * (licences, penalties, coercive measures, fees) they are the rows whose figures add up to the cell.
 */
export async function cellRows(
  trx: Trx,
  agency: Agency,
  period: Period,
  address: CellAddress,
  page: { readonly after: string | null; readonly limit: number },
): Promise<CellRowPage> {
  const { table, key, shown, where } = listingOf(agency, period, address)
  const { rows } = await sql<CellRow & { readonly key: string }>`select ${key} as key, ${shown} from ${table}
    where agency_id = ${agency.id} and ${where} and (${page.after}::text is null or ${key} > ${page.after})
    order by ${key} limit ${page.limit + 1}`.execute(trx)
  const shownRows = rows.slice(0, page.limit)
  return {
    rows: shownRows.map(({ key: _, ...row }) => row),
    next: rows.length > page.limit ? (shownRows.at(-1)?.key ?? null) : null,
  }
}

function listingOf(agency: Agency, period: Period, address: CellAddress): Listing {
  switch (address.table) {
    case 'requests':
      return {
        table: sql`request`,
        key: sql`number`,
        shown: sql`number, received_on as "receivedOn", applicant_kind as "applicantKind", outcome,
          replied_on as "repliedOn"`,
        where:
          address.column === 'total'
            ? requestRow(address.row, period)
            : sql`${requestRow(address.row, period)} and applicant_kind = ${address.column}`,
      }
    case 'remedies':
      return {
        table: sql`remedy`,
        key: sql`case_number`,
        shown: sql`case_number as "caseNumber", request_number as "requestNumber", kind, filed_on as "filedOn",
          concluded_on as "concludedOn", result`,
        where: sql`coalesce(co_defendant, 'no') = 'no' and kind = ${address.group}
          and ${remedyColumn(address.column, period)}`,
      }
    case 'proactive':
      return proactiveListing(agency, period, address.cell)
  }
}

function requestRow(row: RequestRowId, { first, last }: Period): RawBuilder<unknown> {
  const replied = sql`replied_on between ${first}::date and ${last}::date`
  switch (row) {
    case 'received':
      return sql`received_on between ${first}::date and ${last}::date`
    case 'carriedIn':
      return sql`received_on < ${first}::date and (replied_on is null or replied_on >= ${first}::date)`
    case 'total':
      return replied
    case 'carriedOut':
      return sql`received_on <= ${last}::date and (replied_on is null or replied_on > ${last}::date)`
    default:
      return sql`${replied} and outcome = ${row}`
  }
}

function remedyColumn(column: RemedyColumnId, { first, last }: Period): RawBuilder<unknown> {
  const concluded = sql`concluded_on between ${first}::date and ${last}::date`
  const pending = sql`filed_on <= ${last}::date and (concluded_on is null or concluded_on > ${last}::date)`
  switch (column) {
    case 'pending':
      return pending
    case 'total':
      return sql`(${concluded} or ${pending})`
    default:
      return sql`${concluded} and result = ${column}`
  }
}

function proactiveListing(agency: Agency, period: Period, cell: ProactiveCellId): Listing {
  const { first, last } = period
  const documents = (kind: 'regulation' | 'normativeDocument', where: RawBuilder<unknown>): Listing => ({
    table: sql`document`,
    key: sql`key`,
    shown: sql`title, document_number as "documentNumber", made_on as "madeOn", ended_on as "endedOn",
      ended_how as "endedHow"`,
    where: sql`kind = ${kind} and (lead_maker is null or lead_maker in (${agency.name}, ${agency.code}))
      and made_on <= ${last}::date and ${where}`,
  })
  const issued = sql`made_on >= ${first}::date`
  const repealed = sql`ended_how = 'repealed' and ended_on between ${first}::date and ${last}::date`
  const inForce = sql`(ended_on is null or ended_on > ${last}::date)`
  const supplied = (column: string, value: RawBuilder<unknown>): Listing => ({
    table: sql`annual_count`,
    key: sql`key`,
    shown: sql`year, ${value} as value, supplied_by as "suppliedBy"`,
    where: sql`year = ${period.year} and ${sql.ref(column)} is not null`,
  })
  switch (cell) {
    case 'regulations.issued':
      return documents('regulation', issued)
    case 'regulations.repealed':
      return documents('regulation', repealed)
    case 'regulations.inForce':
      return documents('regulation', inForce)
    case 'normativeDocuments.issued':
      return documents('normativeDocument', issued)
    case 'normativeDocuments.repealed':
      return documents('normativeDocument', repealed)
    case 'normativeDocuments.inForce':
      return documents('normativeDocument', inForce)
    case 'licences.decisions':
      return supplied('licences_decisions', sql`licences_decisions::float8`)
    case 'penalties.decisions':
      return supplied('penalties_decisions', sql`penalties_decisions::float8`)
    case 'coerciveMeasures.decisions':
      return supplied('coercive_measures_decisions', sql`coercive_measures_decisions::float8`)
    case 'fees.amount':
      // 万元 as exact decimal digits.
      return supplied('fees_amount', sql`trim_scale(fees_amount / 1000000.0)::text`)
  }
}
