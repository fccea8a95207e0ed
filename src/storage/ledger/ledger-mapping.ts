import type { LedgerColumn, LedgerValue, LooseRow } from '../../report/ledger/column.ts'
import { keyOf } from '../../report/ledger/read-row.ts'
import { type SheetId, sheetOf } from '../../report/ledger/sheets.ts'
import { applicantWords, outcomeWords } from '../../report/ledger/words.ts'

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
export function dbColumn(id: string): string {
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

/** A row on its way into its table: the applicant, whose name never stands there, is a reference. */
export type RowToStore = { readonly key: string; readonly row: LooseRow; readonly applicant: string | null }

/** One column of many rows as the text of an array, and the type of the column. */
export type ColumnToStore = { readonly name: string; readonly type: string; readonly values: string }

/**
 * Rows as the columns of their table, but for `agency_id`. The server takes arrays in half the time of records, which
 * it looks up by name, value by value.
 */
export function toDatabase(sheet: SheetId, rows: readonly RowToStore[]): readonly ColumnToStore[] {
  const { key } = tables[sheet]
  const columns = stored[sheet]
    .filter(({ name }) => name !== key)
    .map(({ column, name }) => ({
      name,
      type: dbType(column),
      values: arrayText(rows.map(({ row }) => row[column.id] ?? null)),
    }))
  columns.push({ name: key, type: 'text', values: arrayText(rows.map((row) => row.key)) })
  if (sheet === 'requests')
    columns.push({ name: 'applicant', type: 'uuid', values: arrayText(rows.map(({ applicant }) => applicant)) })
  return columns
}

function dbType({ kind }: LedgerColumn): string {
  switch (kind.type) {
    case 'text':
      return 'text'
    case 'day':
      return 'date'
    case 'whole':
      return 'integer'
    case 'money':
      return 'bigint'
    case 'word':
      return kind.words === applicantWords ? 'applicant_kind' : kind.words === outcomeWords ? 'request_outcome' : 'text'
  }
}

/** An array as PostgreSQL reads it; of nothing but nulls an empty one, which `unnest` fills up beside longer ones. */
export function arrayText(values: readonly (LedgerValue | boolean)[]): string {
  if (values.every((value) => value === null)) return '{}'
  return `{${values.map((value) => (typeof value === 'string' ? quoted(value) : (value ?? 'NULL'))).join(',')}}`
}

const quoted = (text: string) => `"${/["\\]/.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`

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
