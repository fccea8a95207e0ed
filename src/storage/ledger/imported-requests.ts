import { sql } from 'kysely'
import { caseOfLedger } from '../../requests/case/case-of-ledger.ts'
import { listingOf, type RequestListing } from '../../requests/case/listing-of.ts'
import type { LedgerRequest } from '../../requests/events/ledger-request.ts'
import type { Calendar } from '../../statute/calendar/calendar.ts'
import type { Day } from '../../statute/day.ts'
import { toStored } from '../requests/stored-event.ts'
import type { Trx } from '../storage.ts'
import { arrayText, type ColumnToStore, dbColumn, type RowToStore } from './ledger-mapping.ts'

/** By which calendar, and as of which day, the deadlines of open cases are counted. */
export type Counting = { readonly calendar: Calendar; readonly today: Day }

const fields = [
  'channel',
  'receivedOn',
  'applicantKind',
  'correctionRequestedOn',
  'correctionUntil',
  'correctedOn',
  'consultationSentOn',
  'consultationReceivedOn',
  'consultationAnsweredOn',
  'extendedOn',
  'extensionDays',
  'outcome',
  'repliedOn',
  'feeNotifiedOn',
  'feePaidOn',
  'reopenedOn',
  'newOutcome',
  'newRepliedOn',
] as const satisfies readonly (keyof LedgerRequest)[]

/** A row of the sheet as the event tells it; the row has passed the sheet's checks. */
function ledgerRequestOf({ row, applicant }: RowToStore): LedgerRequest {
  const told = Object.fromEntries(fields.map((field) => [field, row[field] ?? null]))
  const { feeCharged = null } = row
  return { ...told, applicant, feeCharged: feeCharged === null ? null : Number(feeCharged) } as LedgerRequest
}

const listed = {
  phase: 'text',
  arrivedOn: 'date',
  dueOn: 'date',
  ownDueOn: 'date',
  lapsesOn: 'date',
  provisional: 'boolean',
  calendar: 'text',
  waitingFor: 'text',
} as const satisfies Partial<Record<keyof RequestListing, string>>

/** Where imported cases stand, and when they are due: the columns of `request` that no column of the sheet fills. */
export function listingColumns(rows: readonly RowToStore[], { calendar, today }: Counting): readonly ColumnToStore[] {
  const listings = rows.map((row) => listingOf(caseOfLedger(ledgerRequestOf(row)), calendar, today))
  return (Object.keys(listed) as (keyof typeof listed)[]).map((field) => ({
    name: dbColumn(field),
    type: listed[field],
    values: arrayText(listings.map((listing) => listing[field])),
  }))
}

/** A row, and the version of its case that the row becomes. */
export type ImportedVersion = RowToStore & { readonly version: number }

/**
 * Adds each row to the events of its case: what the ledger says of it from now on. Gives the digest of them all, by which an
 * entry of the audit chain can vouch for them.
 */
export async function recordImported(trx: Trx, agencyId: number, rows: readonly ImportedVersion[]): Promise<string> {
  const numbers = arrayText(rows.map(({ key }) => key))
  const versions = arrayText(rows.map(({ version }) => version))
  const events = arrayText(
    rows.map((one) => {
      const row = ledgerRequestOf(one)
      return toStored({ type: 'imported', on: row.receivedOn, row })
    }),
  )
  const { rows: answer } = await sql<{ digest: string }>`with recorded as (
      insert into request_event (agency_id, number, version, event)
      select ${agencyId}::integer, unnest(${numbers}::text[]), unnest(${versions}::integer[]), unnest(${events}::jsonb[])
      returning number, event)
    select encode(sha256(convert_to(${importedText}, 'UTF8')), 'hex') as digest from recorded`.execute(trx)
  return answer[0]?.digest ?? ''
}

/** What the digest of imported events is taken over, in SQL: each on a line behind its number. */
export const importedText = sql`string_agg(number || ' ' || event::text, E'\n' order by number collate "C")`
