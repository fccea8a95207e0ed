import type { LedgerColumn, LedgerValue, LooseRow } from '../../report/ledger/column.ts'
import { keyOf } from '../../report/ledger/read-row.ts'
import { type SheetId, sheetOf } from '../../report/ledger/sheets.ts'

/** The table of each sheet, and the column that with `agency_id` is its key. */
const tables = {
  requests: { name: 'request', key: 'number' },
  remedies: { name: 'remedy', key: 'case_number' },
  documents: { name: 'document', key: 'key' },
  counts: { name: 'annual_count', key: 'key' },
} as const satisfies Readonly<Record<SheetId, { readonly name: string; readonly key: string }>>

export function ledgerTable(sheet: SheetId): (typeof tables)[SheetId] {
  return tables[sheet]
}

/** `receivedOn` → `received_on`, `licences.decisions` → `licences_decisions`. */
function dbColumn(id: string): string {
  return id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('.', '_')
}

/** The columns of each sheet that stand in its table, with their names there. */
const stored: Readonly<Record<SheetId, readonly { readonly column: LedgerColumn; readonly name: string }[]>> = {
  requests: storedOf('requests'),
  remedies: storedOf('remedies'),
  documents: storedOf('documents'),
  counts: storedOf('counts'),
}

function storedOf(sheet: SheetId) {
  return sheetOf(sheet)
    .columns.filter(({ id }) => id !== 'applicantName')
    .map((column) => ({ column, name: dbColumn(column.id) }))
}

/** The key of a row as its table holds it. */
export function dbKey(sheet: SheetId, row: LooseRow): string {
  switch (sheet) {
    case 'requests':
      return String(row.number)
    case 'remedies':
      return String(row.caseNumber)
    default:
      return keyOf(sheetOf(sheet), row)
  }
}

/** The columns of a sheet's table that a row fills, but for its key and the applicant. */
export function valueColumns(sheet: SheetId): readonly string[] {
  return stored[sheet].map(({ name }) => name).filter((name) => name !== tables[sheet].key)
}

/**
 * A ledger row as a record of its table, but for `agency_id` and the applicant, whose name never stands in it. What is
 * absent from the record is null in the table.
 */
export function toDatabase(sheet: SheetId, key: string, row: LooseRow): Record<string, string | number> {
  const record: Record<string, string | number> = {}
  for (const { column, name } of stored[sheet]) {
    const value = row[column.id]
    if (value === null || value === undefined) continue
    record[name] = typeof value === 'bigint' ? value.toString() : value
  }
  record[ledgerTable(sheet).key] = key
  return record
}

/** A record of a sheet's table as a ledger row; `int8` columns come as strings. */
export function toLedger(sheet: SheetId, record: Readonly<Record<string, unknown>>): LooseRow {
  const row: Record<string, LedgerValue> = {}
  for (const { column, name } of stored[sheet]) {
    const value = record[name] ?? null
    row[column.id] =
      value === null
        ? null
        : column.kind.type === 'money'
          ? BigInt(String(value))
          : column.kind.type === 'whole'
            ? Number(value)
            : String(value)
  }
  return row
}
