import { balanceHeads } from './balance-heads.ts'
import type { FittedColumns } from './fit-columns.ts'
import { linePitch, textHeight } from './page-measures.ts'
import type { LayoutCell, LayoutRow, LayoutTable } from './report-layout.ts'

/** What stays free above and below the text of a cell, with its rule, in points. */
const PADDING = 4
/** Lines of the page that the heading of a table takes, with the space around it. */
const HEADING_LINES = 1.3

type Draft = Pick<LayoutTable, 'id' | 'name' | 'headRows' | 'rowHeight'> & {
  readonly cells: readonly LayoutCell[]
  readonly fitted: FittedColumns
  /** The rows where a row group of the body begins. */
  readonly groupStarts: ReadonlySet<number>
}

/** A table out of its cells in any order: heads balanced, rows with their heights, and whether one page holds it all. */
export function finishTable({ id, name, headRows, rowHeight, cells, fitted, groupStarts }: Draft): LayoutTable {
  const balanced = balanceHeads(cells, fitted)
  const count = Math.max(...balanced.map((cell) => cell.row + cell.rowSpan))
  const rows: readonly LayoutRow[] = Array.from({ length: count }, (_, row) => {
    const own = balanced.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column)
    const needed = own.filter((cell) => cell.rowSpan === 1).map((cell) => cellHeight(cell, fitted))
    return { cells: own, startsGroup: groupStarts.has(row), height: Math.max(rowHeight, ...needed) }
  })
  const whole = rows.reduce((sum, row) => sum + row.height, 0)
  const fitsPage = whole + HEADING_LINES * linePitch <= textHeight
  return { kind: 'table', id, name, headRows, rowHeight, rows, fitsPage, ...fitted }
}

/** Points that the text of a cell needs when it is divided into lines of whole characters. */
function cellHeight(cell: LayoutCell, { columnWidths, textSize, dataSize, linePitch: pitch }: FittedColumns): number {
  const width = columnWidths.slice(cell.column, cell.column + cell.colSpan).reduce((sum, one) => sum + one, 0)
  const size = cell.scope === null ? dataSize : textSize
  const aLine = Math.max(1, Math.floor((width - 2 * cell.sides) / size))
  const lines = cell.text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(cell.value === null ? line.length / aLine : 1)))
  return lines.reduce((sum, one) => sum + one, 0) * pitch + PADDING
}
