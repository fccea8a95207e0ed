import type { FlowCell, FlowGrid, FlowItem, PlacedCell } from './flow.ts'

// A cell with this much running text is a piece of the page, not of a table.
const proseParagraphs = 3
const proseCharacters = 400

/**
 * What a finished table is worth to a reader: mostly one grid. A row that only lays out the page (it holds a table of its
 * own, or prose) gives its content in reading order instead, and the rows above and below it become grids of their own.
 * One column is no table: its cells become paragraphs.
 */
export function resolveTable(cells: readonly PlacedCell[]): FlowItem[] {
  const rows = compress(cells)
  const layout = layoutRows(cells, rows)
  const items: FlowItem[] = []
  let run: PlacedCell[] = []
  const endRun = () => {
    if (run.length > 0) items.push(...gridOrParagraphs(run))
    run = []
  }
  for (const cell of cells) {
    if (layout[cell.row]) {
      endRun()
      for (const item of cell.items) items.push(item)
    } else {
      run.push(cell)
    }
  }
  endRun()
  return items
}

function layoutRows(cells: readonly PlacedCell[], rows: number): boolean[] {
  const layout = new Array<boolean>(rows).fill(false)
  for (const cell of cells) if (isLayoutCell(cell)) layout.fill(true, cell.row, cell.row + cell.rowSpan)
  return layout
}

function isLayoutCell(cell: PlacedCell): boolean {
  let characters = 0
  for (const item of cell.items) {
    if (typeof item !== 'string') return true
    characters += item.length
  }
  return cell.items.length >= proseParagraphs && characters >= proseCharacters
}

function gridOrParagraphs(run: readonly PlacedCell[]): FlowItem[] {
  const top = run.reduce((least, cell) => Math.min(least, cell.row), Number.POSITIVE_INFINITY)
  const last = run.reduce((most, cell) => Math.max(most, cell.row), 0)
  const placed = run.map((cell) => ({
    items: cell.items,
    column: cell.column,
    columnSpan: cell.columnSpan,
    row: cell.row - top,
    rowSpan: Math.min(cell.rowSpan, last - cell.row + 1),
  }))
  const rows = compress(placed)
  const columns = placed.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0)
  if (columns === 1) return placed.flatMap((cell) => cell.items)
  const grid: FlowGrid = { cells: placed.map(toFlowCell), rows, columns }
  return [grid]
}

function toFlowCell(cell: PlacedCell): FlowCell {
  const { row, column, rowSpan, columnSpan } = cell
  return {
    text: cell.items.length === 1 && typeof cell.items[0] === 'string' ? cell.items[0] : cell.items.join('\n'),
    row,
    column,
    rowSpan,
    columnSpan,
  }
}

/**
 * Takes out the rows and columns in which no cell begins: what is left of a colspan of 1000 over eleven columns, or of
 * a merge over empty rows. Changes the cells in place and gives the number of rows.
 */
export function compress<Item>(cells: readonly PlacedCell<Item>[]): number {
  const rowOf = ranks(cells, (cell) => cell.row)
  const columnOf = ranks(cells, (cell) => cell.column)
  for (const cell of cells) {
    const row = rowOf.at(cell.row)
    const column = columnOf.at(cell.column)
    const rowEnd = rowOf.at(cell.row + cell.rowSpan)
    const columnEnd = columnOf.at(cell.column + cell.columnSpan)
    cell.row = row
    cell.column = column
    cell.rowSpan = rowEnd - row
    cell.columnSpan = columnEnd - column
  }
  return rowOf.count
}

/** For the places where cells begin: how many distinct ones lie before `place`. */
function ranks<Item>(
  cells: readonly PlacedCell<Item>[],
  placeOf: (cell: PlacedCell<Item>) => number,
): { readonly count: number; at(place: number): number } {
  const isStart: boolean[] = []
  for (const cell of cells) isStart[placeOf(cell)] = true
  const before: number[] = [0]
  for (let place = 0; place < isStart.length; place++) before.push((before[place] ?? 0) + (isStart[place] ? 1 : 0))
  const count = before.at(-1) ?? 0
  return { count, at: (place) => before[place] ?? count }
}
