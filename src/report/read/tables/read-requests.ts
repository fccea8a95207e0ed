import { rowsAddedIn2021 } from '../../../statute/form-2019.ts'
import { type RequestColumnId, type RequestRowId, requestColumns, requestRows } from '../../../statute/form-2021.ts'
import { type Cell, missingCell, numberCell } from '../../report.ts'
import { rowKeys } from '../labels/labels.ts'
import { rowsWithin } from '../labels/match-label.ts'
import { blankCell, unreadableCell } from '../lines/cell-value.ts'
import type { Line } from '../lines/line.ts'
import { skeleton } from '../lines/normalise.ts'
import { assignRows } from './assign-rows.ts'
import { type ColumnOrder, FORM_ORDER, readColumnOrder } from './column-order.ts'
import { learnFrames, type Placed, placeValues } from './place-values.ts'
import { cutEntries, type Entry, type EntryList } from './request-entries.ts'
import { type OpenRow, resolveChoices } from './resolve-choices.ts'
import { splitWithTotal } from './split-glued.ts'

export type RequestRow = Readonly<Record<RequestColumnId, Cell>>

export type RequestsReading = {
  readonly rows: ReadonlyMap<RequestRowId, RequestRow>
  /** （六）其他处理 stands as one row, as in the form of 2019. */
  readonly singleOther: boolean
  /** Rows that say different numbers in two places, or rows with twice the numbers: two reports in one file. */
  readonly doubled: number
  /** Glued rows have fewer digits than columns: blank cells left no trace in this file. */
  readonly blanksLost: boolean
  /** Whether the table bears its own sums out (K1, K2, K3); `unknown` where the file holds too little of it. */
  readonly sums: 'hold' | 'fail' | 'unknown'
}

const fill = (cell: Cell): RequestRow => Object.fromEntries(FORM_ORDER.map((id) => [id, cell])) as RequestRow

/** Digits behind a row's label, or beside it among others in one cell, that were not taken for figures: the row is not blank. */
function digitsBehind(row: RequestRowId, lines: readonly Line[]): Cell | null {
  const stacked = lines.find(
    ({ style, tokens }) =>
      style === 'grid' &&
      tokens.some(({ kind }) => kind === 'value') &&
      tokens.some(({ kind, text }) => kind === 'text' && isAmongOthers(row, rowsWithin(skeleton(text)))),
  )
  if (stacked) return unreadableCell(stacked.text)
  const behind = rowKeys.filter((one) => one.row === row).map(({ key }) => new RegExp(`${key}(?:\\d{2,}|\\d$)`))
  const line = lines.find(({ text }) => text.length <= LONGEST_ROW && behind.some((one) => one.test(skeleton(text))))
  return line ? unreadableCell(line.text) : null
}

const isAmongOthers = (row: RequestRowId, rows: readonly RequestRowId[]) => rows.length > 1 && rows.includes(row)

const LONGEST_ROW = 400

/** Twenty-five rows, a cell and a pipe a line, with heads and pages: still far less. Longer tables are not the form. */
const MOST_LINES = 4000

function unreadableRequests(): RequestsReading {
  const rows = new Map(requestRows.map(({ id }) => [id, fill(unreadableCell(''))] as const))
  return { rows, singleOther: false, doubled: 0, blanksLost: true, sums: 'fail' }
}

/** Reads table two. `cut` says that the file ends with these lines, so that its last label may have lost its numbers. */
export function readRequests(lines: readonly Line[], cut: boolean): RequestsReading {
  if (lines.length > MOST_LINES) return unreadableRequests()
  const told = readColumnOrder(lines)
  const columns = told.main?.length ?? FORM_ORDER.length
  let list = withoutRowNumbers(cutEntries(lines, columns), columns)
  const main = confirmOrder(told.main, list.entries)
  const orders = { main: told.doubtful && !mostAddUp(main, list.entries) ? null : main, part: told.part }
  let order = orders.main ?? FORM_ORDER
  const withCount = (count: number) => list.entries.filter(({ values }) => values.length === count).length
  const { part } = orders
  if (part && withCount(order.length) === 0 && withCount(part.length) >= 3) {
    order = part
    list = cutEntries(lines, order.length)
  }
  const width = order.length
  const doubledLines = list.entries.filter(
    ({ values, stacked, match }) => !stacked && match?.kind === 'row' && values.length === 2 * width,
  ).length
  const { assigned, leftover, scraps, seen, singleOther } = assignRows(list, width, cut)
  const flat = [...assigned].flatMap(([row, entries]) => entries.map((entry) => ({ entry, row })))
  const frames = learnFrames(flat, width)

  // More figures in a stack than a row has: the file tells cells column by column, and labels stand beside other rows.
  const muddled = list.entries.some(
    ({ stacked, values }) => stacked && values.filter(({ kind }) => kind === 'value').length >= width + 2,
  )
  const placed = new Map<RequestRowId, Placed>()
  let conflicts = 0
  for (const [row, entries] of assigned) {
    const readings = entries.map(
      (entry): Placed => (muddled && entry.stacked ? { kind: 'unclear' } : placeValues(entry, row, width, frames)),
    )
    const clear = readings.filter(({ kind }) => kind === 'cells' || kind === 'glued')
    const first = clear[0] ?? (readings.length === 1 ? readings[0] : undefined)
    const same = clear.every((one) => sameReading(one, first))
    if (!same) conflicts++
    // Figures on the label's own line are the row's, even where they cannot be told, before figures that only stand near.
    const own = readings.some((one, index) => one.kind === 'unclear' && entries[index]?.sameLine)
    const near = readings.every((one, index) => one.kind === 'unclear' || !entries[index]?.sameLine)
    placed.set(row, first && same && !(own && near) ? first : { kind: 'unclear' })
  }

  const last = list.entries.at(-1)
  if (cut && last && list.trailing === '') {
    const row =
      [...assigned].find(([, entries]) => entries.includes(last))?.[0] ?? (last.match?.kind === 'row' && last.match.row)
    const broken = row && brokenOff(last, list.entries, width)
    if (row && broken && !isRead(placed.get(row), assigned.get(row))) placed.set(row, broken)
  }

  const open = orders.main === null ? [] : openRows(placed, order)
  const settled = resolveChoices(open, countable(placed, singleOther), width)

  const rows = new Map<RequestRowId, RequestRow>()
  for (const { id } of requestRows) {
    const one = placed.get(id)
    const entries = assigned.get(id) ?? []
    const numbers = settled.get(id)
    if (numbers) rows.set(id, inOrder(order, cellsSaying(numbers, one)))
    else if (
      one?.kind === 'cells' &&
      (orders.main !== null || one.cells.every(({ kind }) => kind === 'blank' || kind === 'missing') || order === part)
    )
      rows.set(id, inOrder(order, one.cells))
    else if (one) rows.set(id, fill(unreadableCell(textOf(entries))))
    else if (!seen.has(id)) rows.set(id, fill(missingCell))
    else if (scraps.has(id)) rows.set(id, fill(unreadableCell(textOf([...scraps.values()]))))
    else if (leftover.length > 0 || muddled) rows.set(id, fill(unreadableCell(textOf(leftover))))
    else rows.set(id, fill(digitsBehind(id, lines) ?? blankCell))
  }
  const blanksLost = [...placed.values()].some((one) => one.kind === 'glued' && one.digits.length < width)
  const sums = seen.size < 5 ? 'unknown' : sumsHold(rows) ? 'hold' : 'fail'
  return { rows, singleOther, doubled: Math.max(doubledLines, conflicts), blanksLost, sums }
}

const FEWEST_NUMBERED = 8

/** A column that counts the rows, and that the heads do not name, stands before the figures of all of them: 1, 2, 3 …. */
function withoutRowNumbers(list: EntryList, width: number): EntryList {
  const rows = list.entries.filter(({ values }) => values.length > 1)
  const firsts = rows.map(({ values: [first] }) => (first?.kind === 'value' ? first.cell.value : null))
  const start = firsts[0] ?? Number.NaN
  const counted = firsts.every((value, index) => value === start + index)
  if (!counted || rows.length < FEWEST_NUMBERED || rows.some(({ values }) => values.length !== width + 1)) return list
  return { ...list, entries: list.entries.map((entry) => ({ ...entry, values: entry.values.slice(1) })) }
}

/**
 * A head in lines of text that puts the total elsewhere than the form does may have been run together from two lines:
 * the rows must then add up as it says. Null when neither that order nor the form's adds up.
 */
function confirmOrder(order: ColumnOrder | null, entries: readonly Entry[]): ColumnOrder | null {
  const totalAt = order?.indexOf('total') ?? -1
  if (!order || order.length !== FORM_ORDER.length || totalAt === order.length - 1) return order
  const rows = entries.flatMap(({ values, line }) => {
    const numbers = values.map((token) => (token.kind === 'value' ? token.cell.value : null))
    return line.style !== 'grid' &&
      numbers.length === order.length &&
      numbers.some((value) => value !== null && value > 0)
      ? [numbers.map((value) => value ?? 0)]
      : []
  })
  if (rows.length === 0) return entries.every(({ line }) => line.style === 'grid') ? order : null
  const adds = (at: number) =>
    rows.filter((row) => 2 * (row[at] ?? 0) === row.reduce((sum, value) => sum + value, 0)).length
  const [asTold, asForm] = [adds(totalAt), adds(order.length - 1)]
  if (asTold > asForm) return asTold * 2 > rows.length ? order : null
  return asForm > asTold && asForm * 2 > rows.length ? FORM_ORDER : null
}

/** Rows whose figures run together or hold page numbers, with the ways to read them in which their total is a sum (K3). */
function openRows(placed: ReadonlyMap<RequestRowId, Placed>, order: ColumnOrder): OpenRow[] {
  const totalAt = order.indexOf('total')
  const width = order.length
  // A row with fewer digits than columns shows that blanks left no trace: then no row is plainly a digit a column.
  const blanksLost = [...placed.values()].some((one) => one.kind === 'glued' && one.digits.length < width)
  if (totalAt < 0) return []
  return [...placed].flatMap(([row, one]): OpenRow[] => {
    if (one.kind === 'glued') {
      const ways = splitWithTotal(one.digits, width, totalAt) ?? []
      return [{ row, ways, plain: one.digits.length === width && !blanksLost }]
    }
    if (one.kind !== 'choice') return []
    const told = one.ways.map(numbersOf).filter((numbers) => numbers !== null)
    const ways = told.filter(
      (numbers) => 2 * (numbers[totalAt] ?? 0) === numbers.reduce((sum, value) => sum + value, 0),
    )
    return [{ row, ways: told.length === one.ways.length ? ways : [], plain: false }]
  })
}

/** The cells as they stood where a way to read the row was chosen, or new ones where figures were cut apart. */
function cellsSaying(numbers: readonly number[], placed: Placed | undefined): readonly Cell[] {
  const ways = placed?.kind === 'choice' ? placed.ways : []
  return ways.find((way) => numbersOf(way)?.join() === numbers.join()) ?? numbers.map(numberCell)
}

/** Cells as identities count them: a dash is 0; null where one of them is unknown. */
function numbersOf(cells: readonly Cell[]): readonly number[] | null {
  const numbers = cells.map((cell) => (cell.kind === 'none' ? 0 : cell.value))
  return numbers.every((value) => value !== null) ? numbers : null
}

/** More than half of the rows that hold any figure but 0 add up as `order` says; also where no row does. */
function mostAddUp(order: ColumnOrder | null, entries: readonly Entry[]): boolean {
  const totalAt = order?.indexOf('total') ?? -1
  const rows = entries.flatMap(({ values }) => {
    const numbers = values.map((token) => (token.kind === 'value' ? (token.cell.value ?? 0) : 0))
    return numbers.length === order?.length && numbers.some((value) => value > 0) ? [numbers] : []
  })
  const adding = rows.filter((row) => 2 * (row[totalAt] ?? 0) === row.reduce((sum, value) => sum + value, 0))
  return adding.length * 2 > rows.length || rows.length === 0
}

/** The row stands elsewhere in the file too, whole. */
const isRead = (one: Placed | undefined, entries: readonly Entry[] = []) => one?.kind === 'cells' && entries.length > 1

/**
 * The last row of a file that breaks off within it, or null when the row is whole. What stands there is told only where
 * a pipe closes the last cell and all rows so far are full.
 */
function brokenOff(last: Entry, entries: readonly Entry[], width: number): Placed | null {
  const { values, line, stacked } = last
  const torn = values.at(-1)
  const isTorn = torn?.kind === 'value' && torn.cell.kind === 'unreadable'
  if (isTorn && values.some(({ kind }) => kind === 'blank')) return { kind: 'unclear' }
  if (values.length >= width || last.closed) return null
  if (values.every(({ kind }) => kind === 'blank')) return { kind: 'cells', cells: new Array(width).fill(missingCell) }
  const full = entries.filter((one) => one.values.length === width && one.values.every(({ kind }) => kind === 'value'))
  const ends = line.style === 'piped' && line.text.trimEnd().endsWith('|') && !stacked
  if (!ends || full.length < 3 || full.length !== entries.length - 1) return { kind: 'unclear' }
  if (values.some(({ kind }) => kind !== 'value')) return { kind: 'unclear' }
  const cells = values.map((token) => (token.kind === 'value' ? token.cell : missingCell))
  return { kind: 'cells', cells: [...cells, ...new Array<Cell>(width - cells.length).fill(missingCell)] }
}

/** K1, K2 and K3 over the whole table, a dash and a row that the old form lacks being 0. */
function sumsHold(rows: ReadonlyMap<RequestRowId, RequestRow>): boolean {
  const number = (row: RequestRowId, column: RequestColumnId): number => {
    const cell = rows.get(row)?.[column]
    if (cell?.kind === 'none' || (cell?.kind === 'missing' && rowsAddedIn2021.includes(row))) return 0
    return cell?.value ?? Number.NaN
  }
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const outcomes = requestRows.filter(({ id, part }) => part === 'outcomes' && id !== 'total').map(({ id }) => id)
  return (
    requestColumns.every(({ id }) => {
      const total = number('total', id)
      const balanced = number('received', id) + number('carriedIn', id) === total + number('carriedOut', id)
      return balanced && sum(outcomes.map((row) => number(row, id))) === total
    }) &&
    requestRows.every(({ id: row }) => {
      const parts = requestColumns.filter(({ id }) => id !== 'total').map(({ id }) => number(row, id))
      return sum(parts) === number(row, 'total')
    })
  )
}

function textOf(entries: readonly Entry[]): string {
  return entries.map(({ values }) => values.map(({ text }) => text).join(' ')).join(' / ')
}

function sameReading(a: Placed | undefined, b: Placed | undefined): boolean {
  if (a?.kind === 'glued' && b?.kind === 'glued') return a.digits === b.digits
  if (a?.kind !== 'cells' || b?.kind !== 'cells') return false
  return a.cells.every((cell, index) => cell.kind === b.cells[index]?.kind && cell.value === b.cells[index]?.value)
}

function inOrder(order: readonly (RequestColumnId | null)[], cells: readonly Cell[]): RequestRow {
  return Object.fromEntries(
    FORM_ORDER.map((id) => [id, cells[order.indexOf(id)] ?? missingCell] as const),
  ) as RequestRow
}

/** Rows as identities count them: a dash and a row that the old form lacks are 0; anything unknown is null. */
function countable(
  placed: ReadonlyMap<RequestRowId, Placed>,
  singleOther: boolean,
): Map<RequestRowId, readonly number[] | null> {
  const zeros = new Array<number>(FORM_ORDER.length + 2).fill(0)
  return new Map(
    requestRows.map(({ id }) => {
      const one = placed.get(id)
      if (!one && singleOther && rowsAddedIn2021.includes(id)) return [id, zeros] as const
      if (one?.kind !== 'cells') return [id, null] as const
      return [id, numbersOf(one.cells)] as const
    }),
  )
}
