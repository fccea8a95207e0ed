import type { LayoutCell, LayoutTable } from '../../../report/render/report-layout.ts'
import { typefaces } from '../../../report/render/typefaces.ts'
import { printableText } from '../printable-text.ts'
import type { CellStyle } from './cell-styles.ts'
import type { Range, Sheet, SheetCell, SheetRow } from './sheet.ts'

/** Rows above the grid: the name of the table. */
const ABOVE = 1
const HEADING_HEIGHT = 30
/** On a screen a table is read larger than on paper. */
const SCALE = 1.25
/** Points of one unit of column width in 11-point 宋体. */
const COLUMN_UNIT = 5.6

/** A sheet with one table: cells merged as the form has them, numbers as numbers, the head repeated on each page. */
export function tableSheet(table: LayoutTable): Sheet {
  const cells = table.rows.flatMap((row) => row.cells)
  const spans = cells.map(rangeOf).filter(({ top, left, bottom, right }) => top !== bottom || left !== right)
  const last = table.columnWidths.length
  return {
    name: sheetName(table.name),
    columnWidths: table.columnWidths.map((width) => (width * SCALE) / COLUMN_UNIT),
    rows: [headingRow(table), ...gridRows(table, cells)],
    merges: [{ top: ABOVE, left: 1, bottom: ABOVE, right: last }, ...spans],
    frozenRows: ABOVE + table.headRows,
    repeatedRows: ABOVE + table.headRows,
  }
}

/** A sheet's name has at most 31 characters and none of `[]:*?/\'`. */
function sheetName(text: string): string {
  return printableText(text)
    .replace(/[[\]:*?/\\']/g, ' ')
    .slice(0, 31)
}

function headingRow({ name, columnWidths }: LayoutTable): SheetRow {
  const style: CellStyle = {
    face: typefaces.section.name,
    size: 14,
    numberFormat: '@',
    horizontal: 'center',
    indent: 0,
    wrapped: false,
    vertical: false,
    bordered: false,
  }
  const cells = columnWidths.map((_, index) => ({ column: index + 1, value: index === 0 ? name : null, style }))
  return { height: HEADING_HEIGHT, cells }
}

/** Each row with every cell of the grid: one that another covers has that one's borders. */
function gridRows(table: LayoutTable, cells: readonly LayoutCell[]): readonly SheetRow[] {
  const rows = table.rows.map((row) => ({ height: SCALE * row.height, cells: [] as SheetCell[] }))
  for (const cell of cells) {
    const style = styleOf(table, cell)
    for (const [down, row] of rows.slice(cell.row, cell.row + cell.rowSpan).entries()) {
      for (let right = 0; right < cell.colSpan; right++) {
        const value = down + right === 0 ? writtenValue(cell) : null
        row.cells.push({ column: 1 + cell.column + right, value, style })
      }
    }
  }
  for (const row of rows) row.cells.sort((a, b) => a.column - b.column)
  return rows
}

function rangeOf({ row, column, rowSpan, colSpan }: LayoutCell): Range {
  const [top, left] = [ABOVE + 1 + row, 1 + column]
  return { top, left, bottom: top + rowSpan - 1, right: left + colSpan - 1 }
}

const writtenValue = ({ value, text }: LayoutCell) => value ?? (text === '' ? null : text)

function styleOf(table: LayoutTable, cell: LayoutCell): CellStyle {
  return {
    face: typefaces.table.name,
    size: cell.scope === null ? table.dataSize : table.textSize,
    numberFormat: cell.value === null ? '@' : numberFormat(cell.text),
    horizontal: cell.align === 'left' ? 'left' : 'center',
    indent: 0,
    wrapped: cell.value === null,
    vertical: cell.vertical,
    bordered: true,
  }
}

/** Whole numbers as such; decimals with the places they are written with. */
function numberFormat(text: string): string {
  const places = text.split('.')[1]?.length ?? 0
  return places === 0 ? '0' : `0.${'0'.repeat(places)}`
}
