import { headings, proactiveBlocks, proactiveRowHeader } from '../../statute/form-2021.ts'
import type { Tables } from '../report.ts'
import { finishTable } from './finish-table.ts'
import { fitColumns } from './fit-columns.ts'
import { dataCell, headCell } from './layout-cells.ts'
import type { LayoutCell, LayoutTable } from './report-layout.ts'

/** Data columns of the grid: as many as the widest block has; the single column of other blocks spans them all. */
const DATA_COLUMNS = Math.max(...proactiveBlocks.map((block) => block.columns.length))

/** Table one: four blocks, each with its item of article 20, its column heads and its rows. */
export function proactiveTable(tables: Tables): LayoutTable {
  const cells: LayoutCell[] = []
  const groupStarts = new Set<number>()
  let row = 0
  for (const block of proactiveBlocks) {
    const span = DATA_COLUMNS / block.columns.length
    groupStarts.add(row)
    const title = headCell('proactive', 'rowgroup', block.block, { row, column: 0, colSpan: DATA_COLUMNS + 1 })
    const corner = headCell('proactive', 'col', proactiveRowHeader, { row: row + 1, column: 0 })
    const heads = block.columns.map((label, place) =>
      headCell('proactive', 'col', label, { row: row + 1, column: 1 + place * span, colSpan: span }),
    )
    cells.push(title, corner, ...heads)
    row += 2
    for (const { label, cells: ids } of block.rows) {
      const head = headCell('proactive', 'row', label, { row, column: 0 })
      cells.push(head)
      for (const [place, cell] of ids.entries()) {
        const column = heads[place]
        const above = column ? [title, column, head] : [title, head]
        cells.push(
          dataCell(tables, { table: 'proactive', cell }, above, { row, column: 1 + place * span, colSpan: span }),
        )
      }
      row += 1
    }
  }
  const needs = Array.from({ length: DATA_COLUMNS + 1 }, (_, column) => ({
    kind: 'data' as const,
    minimum: 7,
    texts: cells.filter((cell) => cell.column === column && cell.colSpan === 1).map((cell) => cell.text),
  }))
  const fitted = fitColumns(needs)
  return finishTable({
    cells,
    id: 'proactive',
    name: headings[1],
    fitted,
    rowHeight: 26,
    headRows: 0,
    groupStarts,
  })
}
