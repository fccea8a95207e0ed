import type { Cell, Tables } from '../../src/report/report.ts'
import {
  applicantsHeader,
  organisationHeader,
  outcomesHeader,
  proactiveBlocks,
  proactiveRowHeader,
  remedyColumns,
  remedyGroups,
  requestColumns,
  requestRows,
  requestsCaption,
} from '../../src/statute/form-2021.ts'

/** A cell of a written table with the place and the span that the form gives it. */
export type WrittenCell = {
  readonly text: string
  readonly column: number
  readonly columnSpan: number
  readonly rowSpan: number
  readonly isValue: boolean
}
export type WrittenRow = readonly WrittenCell[]
export type WrittenTables = {
  readonly proactive: readonly WrittenRow[]
  readonly requests: readonly WrittenRow[]
  readonly remedies: readonly WrittenRow[]
}

const label = (text: string, column: number, columnSpan = 1, rowSpan = 1): WrittenCell => ({
  text,
  column,
  columnSpan,
  rowSpan,
  isValue: false,
})
const value = (cell: Cell, column: number, columnSpan = 1): WrittenCell => ({
  text: cell.text,
  column,
  columnSpan,
  rowSpan: 1,
  isValue: true,
})

/** The three tables as the form merges them, with the texts of `tables` in their cells. */
export function writeTables(tables: Tables): WrittenTables {
  return { proactive: writeProactive(tables), requests: writeRequests(tables), remedies: writeRemedies(tables) }
}

function writeProactive(tables: Tables): WrittenRow[] {
  return proactiveBlocks.flatMap(({ block, columns, rows }) => {
    const span = 4 - columns.length
    return [
      [label(block, 0, 4)],
      [
        label(proactiveRowHeader, 0),
        ...columns.map((head, index) => label(head, index + 1, columns.length === 1 ? span : 1)),
      ],
      ...rows.map((row) => [
        label(row.label, 0),
        ...row.cells.map((id, index) => value(tables.proactive[id], index + 1, columns.length === 1 ? span : 1)),
      ]),
    ]
  })
}

function writeRequests(tables: Tables): WrittenRow[] {
  const heads: WrittenRow[] = [
    [label(requestsCaption, 0, 3, 3), label(applicantsHeader, 3, 7)],
    [label('自然人', 3, 1, 2), label(organisationHeader, 4, 5), label('总计', 9, 1, 2)],
    requestColumns.slice(1, 6).map((column, index) => label(column.label, index + 4)),
  ]
  const outcomes = requestRows.filter(
    ({ part, id }) => part === 'outcomes' && tables.requests[id].total.kind !== 'missing',
  )
  const rows = requestRows.flatMap((row): WrittenRow[] => {
    const cells = requestColumns.map(({ id }, index) => value(tables.requests[row.id][id], index + 3))
    if (cells.every((_, index) => tables.requests[row.id][requestColumns[index]?.id ?? 'total'].kind === 'missing'))
      return []
    if (row.part !== 'outcomes') return [[label(row.label, 0, 3), ...cells]]
    const part = row === outcomes[0] ? [label(outcomesHeader, 0, 1, outcomes.length)] : []
    const group = outcomes.filter((one) => one.group === row.group)
    if (row.group === null) return [[...part, label(row.label, 1, 2), ...cells]]
    // 其他处理 as one row, as in the form of 2019.
    if (group.length === 1) return [[...part, label(row.group, 1, 2), ...cells]]
    return [
      [...part, ...(row === group[0] ? [label(row.group, 1, 1, group.length)] : []), label(row.label, 2), ...cells],
    ]
  })
  return [...heads, ...rows]
}

function writeRemedies(tables: Tables): WrittenRow[] {
  const five = (from: number) => remedyColumns.map((column, index) => label(column.label, from + index))
  return [
    [label('行政复议', 0, 5), label('行政诉讼', 5, 10)],
    [
      ...remedyColumns.map((column, index) => label(column.label, index, 1, 2)),
      label('未经复议直接起诉', 5, 5),
      label('复议后起诉', 10, 5),
    ],
    [...five(5), ...five(10)],
    remedyGroups.flatMap(({ id }, group) =>
      remedyColumns.map((column, index) => value(tables.remedies[id][column.id], group * 5 + index)),
    ),
  ]
}
