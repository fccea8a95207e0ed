import type { PageCell, PageTable } from './lay-out-page.ts'
import { runOn } from './text-lines.ts'

// Columns on two pages are the same within this many points.
const tolerance = 4

/** Whether the first table of a page goes on the last one of the page before: same left and right edge. */
export function continuesTable(table: PageTable, next: PageTable): boolean {
  const near = (a: number | undefined, b: number | undefined) => Math.abs((a ?? 0) - (b ?? 0)) <= tolerance
  return near(table.xs[0], next.xs[0]) && near(table.xs.at(-1), next.xs.at(-1))
}

/** One table out of two; head rows that are printed again on the second page are left out, a cell cut by the page end is made whole. */
export function joinTables(table: PageTable, next: PageTable): PageTable {
  const xs = union(table.xs, next.xs)
  const above = onColumns(table, xs)
  const dropped = repeatedRows(table, next)
  const below = onColumns(next, xs)
    .filter((cell) => cell.row >= dropped)
    .map((cell) => ({ ...cell, row: cell.row - dropped + table.rows }))
  const cutRow = healRow(above, below, table.rows) ? 1 : 0
  const rest = below
    .filter((cell) => cell.row > table.rows || (cutRow === 0 && !healTallCell(above, cell, table.rows)))
    .map((cell) => ({ ...cell, row: cell.row - cutRow }))
  return { xs, rows: table.rows + next.rows - dropped - cutRow, cells: [...above, ...rest] }
}

function union(a: readonly number[], b: readonly number[]): number[] {
  const xs: number[] = []
  for (const x of [...a, ...b].toSorted((one, other) => one - other))
    if (xs.length === 0 || x - (xs.at(-1) ?? 0) > tolerance) xs.push(x)
  return xs
}

function onColumns(table: PageTable, xs: readonly number[]): PageCell[] {
  const index = table.xs.map((x) => {
    const nearest = xs.findIndex((one) => Math.abs(one - x) <= tolerance)
    return nearest < 0 ? xs.length - 1 : nearest
  })
  return table.cells.map((cell) => {
    const column = index[cell.column] ?? 0
    const end = index[cell.column + cell.columnSpan] ?? column + 1
    return { ...cell, column, columnSpan: Math.max(1, end - column) }
  })
}

/** How many rows at the top of `next` repeat the top of `table`. */
function repeatedRows(table: PageTable, next: PageTable): number {
  const [own, other] = [rowTexts(table), rowTexts(next)]
  let count = 0
  while (count < other.length - 1 && own[count] === other[count]) count++
  // A head is whole: no cell of it reaches below it.
  while (count > 0 && next.cells.some((cell) => cell.row < count && cell.row + cell.rowSpan > count)) count--
  return other.slice(0, count).every((text) => /^[\s\d]*$/.test(text)) ? 0 : count
}

function rowTexts(table: PageTable): string[] {
  const texts = new Array<string>(table.rows).fill('')
  for (const cell of table.cells) texts[cell.row] += `${cell.items.join('\n')}\t`
  return texts
}

/**
 * A row that the page end cut in two: below stands nothing but the rest of words whose line above was full, and beside
 * them nothing. Then the rest is put back where it belongs.
 */
function healRow(above: readonly PageCell[], below: readonly PageCell[], rows: number): boolean {
  const pairs = below.filter((cell) => cell.row === rows).map((cell) => ({ cell, upper: cellAbove(above, cell, rows) }))
  const isRest = pairs.every(({ cell, upper }) => upper && (cell.items.length === 0 || isRestOf(upper, cell)))
  if (!isRest || pairs.every(({ cell }) => cell.items.length === 0)) return false
  for (const { cell, upper } of pairs) {
    if (!upper) continue
    upper.rowSpan += cell.rowSpan - 1
    if (cell.items.length > 0) upper.items.splice(-1, 1, (upper.items.at(-1) ?? '') + cell.items.join(''))
  }
  return true
}

function isRestOf(upper: PageCell, cell: PageCell): boolean {
  const [before = '', next = ''] = [upper.items.at(-1), cell.items[0]]
  return upper.isFull && !/^[\d\s.]+$/.test(before) && !/^[\d\s.]+$/.test(next) && runOn(before, next) !== null
}

/**
 * A tall cell that the page end cut in two has its text in one half only: then it is lengthened again, which is true.
 * Cells of a single row are never joined: an empty one below a number is a blank of its own.
 */
function healTallCell(above: readonly PageCell[], cell: PageCell, rows: number): boolean {
  const upper = cellAbove(above, cell, rows)
  if (!upper || (upper.rowSpan === 1 && cell.rowSpan === 1)) return false
  if (upper.items.length > 0 && cell.items.length > 0) return false
  upper.items.push(...cell.items)
  upper.rowSpan += cell.rowSpan
  return true
}

function cellAbove(above: readonly PageCell[], cell: PageCell, rows: number): PageCell | undefined {
  return above.find(
    (one) => one.row + one.rowSpan === rows && one.column === cell.column && one.columnSpan === cell.columnSpan,
  )
}
