import { headings, remedyColumns, remedyGroups } from '../../statute/form-2021.ts'
import type { Tables } from '../report.ts'
import { finishTable } from './finish-table.ts'
import { fitColumns } from './fit-columns.ts'
import { dataCell, headCell } from './layout-cells.ts'
import type { LayoutCell, LayoutTable } from './report-layout.ts'

/** Rows of the head: 行政复议 and 行政诉讼, the two ways into court, the results. */
const HEAD_ROWS = 3

/** Table three: one row of 15 numbers under three rows of heads. */
export function remediesTable(tables: Tables): LayoutTable {
  const cells: LayoutCell[] = []
  const width = remedyColumns.length
  let parent: LayoutCell | null = null
  for (const [index, group] of remedyGroups.entries()) {
    const column = index * width
    if (group.parent !== null && parent?.text !== group.parent) {
      const colSpan = remedyGroups.filter((one) => one.parent === group.parent).length * width
      parent = headCell('remedies', 'colgroup', group.parent, { row: 0, column, colSpan })
      cells.push(parent)
    }
    // A group without a parent stands in the first row, and its results take the two rows below.
    const alone = group.parent === null
    const head = headCell('remedies', 'colgroup', group.label, { row: alone ? 0 : 1, column, colSpan: width })
    cells.push(head)
    for (const [place, { id, label }] of remedyColumns.entries()) {
      const at = { row: head.row + 1, column: column + place, rowSpan: HEAD_ROWS - head.row - 1 }
      const result = headCell('remedies', 'col', label, at)
      const above = [alone ? null : parent, head, result].filter((one) => one !== null)
      cells.push(result)
      cells.push(
        dataCell(tables, { table: 'remedies', group: group.id, column: id }, above, {
          row: HEAD_ROWS,
          column: column + place,
        }),
      )
    }
  }
  const needs = Array.from({ length: remedyGroups.length * width }, (_, column) => ({
    kind: 'data' as const,
    minimum: 2,
    texts: cells.filter((cell) => cell.column === column && cell.address).map((cell) => cell.text),
  }))
  const fitted = fitColumns(needs)
  return finishTable({
    cells,
    id: 'remedies',
    name: headings[3],
    fitted,
    rowHeight: 26,
    headRows: HEAD_ROWS,
    groupStarts: new Set([HEAD_ROWS]),
  })
}
