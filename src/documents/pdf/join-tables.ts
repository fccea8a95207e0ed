import type { PlacedCell } from '../flow/flow.ts'
import type { PageTable } from './lay-out-page.ts'

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
  const rest = below.filter((cell) => cell.row > table.rows || !healsCut(above, cell, table.rows))
  return { xs, rows: table.rows + next.rows - dropped, cells: [...above, ...rest] }
}

function union(a: readonly number[], b: readonly number[]): number[] {
  const xs: number[] = []
  for (const x of [...a, ...b].toSorted((one, other) => one - other))
    if (xs.length === 0 || x - (xs.at(-1) ?? 0) > tolerance) xs.push(x)
  return xs
}

function onColumns(table: PageTable, xs: readonly number[]): PlacedCell[] {
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
 * A tall cell that the page end cut in two has its text in one half only: then it is lengthened again, which is true.
 * Cells of a single row are never joined: an empty one below a number is a blank of its own.
 */
function healsCut(above: readonly PlacedCell[], cell: PlacedCell, rows: number): boolean {
  const upper = above.find(
    (one) => one.row + one.rowSpan === rows && one.column === cell.column && one.columnSpan === cell.columnSpan,
  )
  if (!upper || (upper.rowSpan === 1 && cell.rowSpan === 1)) return false
  if (upper.items.length > 0 && cell.items.length > 0) return false
  upper.items.push(...cell.items)
  upper.rowSpan += cell.rowSpan
  return true
}
