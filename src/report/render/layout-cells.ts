import { type CellAddress, cellAt, formatAddress, type Tables } from '../report.ts'
import { cellSides } from './page-measures.ts'
import { printCell } from './print-cell.ts'
import type { HeadScope, LayoutCell } from './report-layout.ts'

type Place = { readonly row: number; readonly column: number; readonly rowSpan?: number; readonly colSpan?: number }

/** A head cell. Its id is its place in the grid, which is unique within its table. */
export function headCell(
  table: string,
  scope: HeadScope,
  text: string,
  { row, column, rowSpan = 1, colSpan = 1 }: Place,
): LayoutCell {
  const id = `${table}-${row}-${column}`
  return {
    text,
    row,
    column,
    rowSpan,
    colSpan,
    scope,
    align: 'centre',
    sides: cellSides.data,
    vertical: false,
    id,
    heads: [],
    address: null,
    value: null,
  }
}

/** The data cell of `address`, printed as the form prints it, with the head cells it stands under and beside. */
export function dataCell(
  tables: Tables,
  address: CellAddress,
  heads: readonly LayoutCell[],
  { row, column, rowSpan = 1, colSpan = 1 }: Place,
): LayoutCell {
  const cell = cellAt(tables, address)
  return {
    text: printCell(cell),
    row,
    column,
    rowSpan,
    colSpan,
    scope: null,
    align: 'centre',
    sides: cellSides.data,
    vertical: false,
    id: `${address.table}-${row}-${column}`,
    heads: heads.map((head) => head.id),
    address: formatAddress(address),
    value: cell.kind === 'number' ? cell.value : null,
  }
}

/** The head cell as a label at the left of its cell. */
export function asLabel(cell: LayoutCell): LayoutCell {
  return { ...cell, align: 'left', sides: cellSides.label }
}
