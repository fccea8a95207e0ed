import type { FittedColumns } from './fit-columns.ts'
import { cellSides } from './page-measures.ts'
import type { LayoutCell } from './report-layout.ts'

/** Room that rounding may take, in points. */
const SLACK = 1

/**
 * The cells with their free sides: a head too long for one line is divided into lines of like length (社会公益组织 in
 * three twos), by leaving free what the longest line does not need.
 */
export function balanceHeads(
  cells: readonly LayoutCell[],
  { columnWidths, textSize }: FittedColumns,
): readonly LayoutCell[] {
  return cells.map((cell) => {
    if (cell.scope === null || cell.align === 'left' || cell.vertical) return cell
    const width = columnWidths.slice(cell.column, cell.column + cell.colSpan).reduce((sum, one) => sum + one, 0)
    const characters = [...cell.text].length
    const most = Math.max(1, Math.floor((width - 2 * cellSides.data - SLACK) / textSize))
    if (characters <= most) return cell
    const aLine = Math.ceil(characters / Math.ceil(characters / most))
    return { ...cell, sides: Math.max(cellSides.data, (width - aLine * textSize - SLACK) / 2) }
  })
}
