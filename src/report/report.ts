import {
  type ProactiveCellId,
  proactiveCells,
  type RemedyColumnId,
  type RemedyGroupId,
  type RequestColumnId,
  type RequestRowId,
  remedyColumns,
  remedyGroups,
  requestColumns,
  requestRows,
} from '../statute/form-2021.ts'

/**
 * One cell of a report. Blank, 0, a dash, a remark, a cell the file does not have and one that could not be read are
 * different things. `value` is null unless `kind` is `number` or `remark`; `text` is what stood there.
 */
export type Cell = { readonly value: number | null; readonly kind: CellKind; readonly text: string }
export type CellKind = 'number' | 'blank' | 'none' | 'remark' | 'missing' | 'unreadable'

export type Tables = {
  readonly proactive: Readonly<Record<ProactiveCellId, Cell>>
  readonly requests: Readonly<Record<RequestRowId, Readonly<Record<RequestColumnId, Cell>>>>
  readonly remedies: Readonly<Record<RemedyGroupId, Readonly<Record<RemedyColumnId, Cell>>>>
}

/** A section's `text` is its prose without heading and tables, paragraphs joined by `\n`; findings count offsets in it. */
export type Section = { readonly number: number; readonly heading: string; readonly text: string }

/** An annual report, whether read from a file, declared by hand or computed from a ledger. */
export type Report = Tables & {
  readonly agency: string | null
  readonly year: number | null
  readonly form: '2021' | '2019' | 'mixed'
  /** Title and lead (section 0 of `text[0]@…`): `title` may be empty; `text` is title line(s) and lead joined by `\n`. */
  readonly preamble: { readonly title: string; readonly text: string }
  /** The sections found, in the order of the file; a missing one is absent. */
  readonly sections: readonly Section[]
}

/** Address of one of the 200 cells. */
export type CellAddress =
  | { readonly table: 'proactive'; readonly cell: ProactiveCellId }
  | { readonly table: 'requests'; readonly row: RequestRowId; readonly column: RequestColumnId }
  | { readonly table: 'remedies'; readonly group: RemedyGroupId; readonly column: RemedyColumnId }

/** All 200 addresses in the order of the form. */
export const cellAddresses: readonly CellAddress[] = [
  ...proactiveCells.map((cell) => ({ table: 'proactive', cell }) as const),
  ...requestRows.flatMap((row) =>
    requestColumns.map((column) => ({ table: 'requests', row: row.id, column: column.id }) as const),
  ),
  ...remedyGroups.flatMap((group) =>
    remedyColumns.map((column) => ({ table: 'remedies', group: group.id, column: column.id }) as const),
  ),
]

/** The contract's `where` for a cell: `proactive[fees.amount]`, `requests[granted][business]`, `remedies[reconsideration][total]`. */
export function formatAddress(address: CellAddress): string {
  switch (address.table) {
    case 'proactive':
      return `proactive[${address.cell}]`
    case 'requests':
      return `requests[${address.row}][${address.column}]`
    case 'remedies':
      return `remedies[${address.group}][${address.column}]`
  }
}

const byText = new Map(cellAddresses.map((address) => [formatAddress(address), address]))

/** The cell that `where` names, or null when the form has no such cell. */
export function parseAddress(where: string): CellAddress | null {
  return byText.get(where) ?? null
}

export function cellAt(tables: Tables, address: CellAddress): Cell {
  switch (address.table) {
    case 'proactive':
      return tables.proactive[address.cell]
    case 'requests':
      return tables.requests[address.row][address.column]
    case 'remedies':
      return tables.remedies[address.group][address.column]
  }
}

/** Tables whose 200 cells are what `cellFor` says of each address. */
export function makeTables(cellFor: (address: CellAddress) => Cell): Tables {
  const record = <K extends string, V>(keys: readonly K[], value: (key: K) => V) =>
    Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>
  const ids = <K extends string>(items: readonly { readonly id: K }[]) => items.map((item) => item.id)
  return {
    proactive: record(proactiveCells, (cell) => cellFor({ table: 'proactive', cell })),
    requests: record(ids(requestRows), (row) =>
      record(ids(requestColumns), (column) => cellFor({ table: 'requests', row, column })),
    ),
    remedies: record(ids(remedyGroups), (group) =>
      record(ids(remedyColumns), (column) => cellFor({ table: 'remedies', group, column })),
    ),
  }
}

export const missingCell: Cell = { value: null, kind: 'missing', text: '' }

/** A cell that holds `value`, written as the form prints it. */
export function numberCell(value: number): Cell {
  return { value, kind: 'number', text: String(value) }
}
