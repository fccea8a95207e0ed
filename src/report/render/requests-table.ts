import {
  applicantsHeader,
  headings,
  organisationHeader,
  outcomesHeader,
  type RequestColumnId,
  requestColumns,
  requestRows,
  requestsCaption,
} from '../../statute/form-2021.ts'
import type { Tables } from '../report.ts'
import { finishTable } from './finish-table.ts'
import { fitColumns } from './fit-columns.ts'
import { asLabel, dataCell, headCell } from './layout-cells.ts'
import type { LayoutCell, LayoutTable } from './report-layout.ts'

/** Grid columns before the numbers: part 三, the group, the row itself. */
const LABEL_COLUMNS = 3
/** Rows of the head: 申请人情况, the sorts of applicant, the kinds of organisation. */
const HEAD_ROWS = 3

/** The number of a group stands on a line of its own. */
const AFTER_NUMBER = /^（.）/

const isOrganisation = (id: RequestColumnId) => id !== 'naturalPerson' && id !== 'total'

/** Table two: 25 rows of 7 numbers. With its heading it fills one page. */
export function requestsTable(tables: Tables): LayoutTable {
  const { cells: headCells, columnHeads } = tableHead()
  const cells = [...headCells]
  const outcomeRows = requestRows.filter((row) => row.part === 'outcomes')
  let part: LayoutCell | null = null
  let group: LayoutCell | null = null
  const groupStarts = new Set<number>()

  for (const [index, row] of requestRows.entries()) {
    const at = HEAD_ROWS + index
    if (row.part !== requestRows[index - 1]?.part) groupStarts.add(at)
    if (row.part === 'outcomes' && !part) {
      const place = { row: at, column: 0, rowSpan: outcomeRows.length }
      part = { ...headCell('requests', 'rowgroup', outcomesHeader, place), vertical: true }
      cells.push(part)
    }
    if (row.group === null) group = null
    else if (row.group !== requestRows[index - 1]?.group) {
      const rowSpan = requestRows.filter((one) => one.group === row.group).length
      const text = row.group.replace(AFTER_NUMBER, '$&\n')
      group = asLabel(headCell('requests', 'row', text, { row: at, column: 1, rowSpan }))
      cells.push(group)
    }
    const column = row.part !== 'outcomes' ? 0 : group ? 2 : 1
    const place = { row: at, column, colSpan: LABEL_COLUMNS - column }
    const head = asLabel(headCell('requests', 'row', row.label, place))
    cells.push(head)
    const beside = [row.part === 'outcomes' ? part : null, group, head].filter((one) => one !== null)
    for (const [place, { id }] of requestColumns.entries()) {
      cells.push(
        dataCell(tables, { table: 'requests', row: row.id, column: id }, [...(columnHeads.get(id) ?? []), ...beside], {
          row: at,
          column: LABEL_COLUMNS + place,
        }),
      )
    }
  }

  const fitted = fitColumns([
    { kind: 'label', minimum: 1.6, weight: 0 },
    { kind: 'label', minimum: 4, weight: 0 },
    { kind: 'label', minimum: 11, weight: 1 },
    ...requestColumns.map((_, place) => ({
      kind: 'data' as const,
      minimum: 2.4,
      texts: cells.filter((cell) => cell.column === LABEL_COLUMNS + place && cell.address).map((cell) => cell.text),
    })),
  ])
  return finishTable({
    cells,
    id: 'requests',
    name: headings[2],
    fitted,
    // Long numbers leave narrow labels that take more lines, so that the rows are lower and the page still suffices.
    rowHeight: fitted.textSize * (fitted.dataSize < fitted.textSize ? 1.5 : 1.65),
    headRows: HEAD_ROWS,
    groupStarts,
  })
}

function tableHead(): {
  cells: readonly LayoutCell[]
  columnHeads: ReadonlyMap<RequestColumnId, readonly LayoutCell[]>
} {
  const organisations = requestColumns.filter(({ id }) => isOrganisation(id))
  const corner = headCell('requests', 'corner', requestsCaption, {
    row: 0,
    column: 0,
    rowSpan: HEAD_ROWS,
    colSpan: LABEL_COLUMNS,
  })
  const applicants = headCell('requests', 'colgroup', applicantsHeader, {
    row: 0,
    column: LABEL_COLUMNS,
    colSpan: requestColumns.length,
  })
  const first = requestColumns.findIndex(({ id }) => isOrganisation(id))
  const organisation = headCell('requests', 'colgroup', organisationHeader, {
    row: 1,
    column: LABEL_COLUMNS + first,
    colSpan: organisations.length,
  })
  const columnHeads = new Map(
    requestColumns.map(({ id, label }, place) => {
      const column = LABEL_COLUMNS + place
      return isOrganisation(id)
        ? [id, [applicants, organisation, headCell('requests', 'col', label, { row: 2, column })]]
        : [id, [applicants, headCell('requests', 'col', label, { row: 1, column, rowSpan: 2 })]]
    }),
  )
  const own = [...columnHeads.values()].flatMap((heads) => heads.slice(-1))
  return { cells: [corner, applicants, organisation, ...own], columnHeads }
}
