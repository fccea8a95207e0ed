import type { ProactiveCellId } from '../../../statute/form-2021.ts'
import { proactiveCells } from '../../../statute/form-2021.ts'
import { type Cell, missingCell, numberCell } from '../../report.ts'
import { REMARK_COLUMNS } from '../labels/labels.ts'
import { blankCell, unreadableCell } from '../lines/cell-value.ts'
import { isGlued, type Line, type Token } from '../lines/line.ts'
import { feeCell, hasOtherMoney } from './fee-amount.ts'
import { leaveOutPages } from './leave-out-pages.ts'
import { columnOf, cutProactiveRows, type ProactiveRow } from './proactive-rows.ts'
import { splitPlainly } from './split-glued.ts'

export type ProactiveReading = {
  readonly cells: Readonly<Record<ProactiveCellId, Cell>>
  readonly oldForm: boolean
  /** Cells that the file states twice with different numbers. */
  readonly doubled: number
}

/**
 * Reads table one: every block has its own heads, every row the values straight behind its label. `uncounted` says that
 * digits glued together cannot be counted off to the columns here: blanks left no trace, or the report's sums fail. `cut`
 * says that the file ends with these lines.
 */
export function readProactive(lines: readonly Line[], uncounted: boolean, cut: boolean): ProactiveReading {
  const { rows, strays, oldForm, reversed } = cutProactiveRows(lines)
  const otherMoney = hasOtherMoney(lines)
  const last = rows.at(-1)
  // Where the file breaks off behind a label, or in the midst of its cells, they are not blank but missing.
  if (
    cut &&
    last &&
    last.values.length < (last.columns?.length ?? 1) &&
    last.values.every(({ kind }) => kind === 'blank')
  )
    rows.pop()
  const read = new Map<ProactiveCellId, Cell>()
  let doubled = 0
  const put = (id: ProactiveCellId, cell: Cell) => {
    const known = read.get(id)
    if (known && (known.kind !== cell.kind || known.value !== cell.value)) {
      if (known.kind === 'unreadable') read.set(id, cell)
      else if (cell.kind !== 'unreadable') {
        doubled++
        read.set(id, unreadableCell(`${known.text} / ${cell.text}`))
      }
      return
    }
    read.set(id, cell)
  }
  returnTornCounts(rows, strays)
  const noCounting = uncounted || rows.some((row) => row.columns?.length === 3 && (gluedDigits(row)?.length ?? 3) < 3)
  for (const row of rows) {
    for (const [id, cell] of readRow(row, reversed.has(row) ? null : placesOf(row, noCounting)))
      put(id, id === 'fees.amount' ? feeCell(cell, otherMoney) : cell)
  }
  return {
    cells: Object.fromEntries(proactiveCells.map((id) => [id, read.get(id) ?? missingCell])) as Record<
      ProactiveCellId,
      Cell
    >,
    oldForm,
    doubled,
  }
}

/** Counts with a remark that were torn out of all rows of a block, one a row, and whose remark names their column. */
function returnTornCounts(rows: readonly ProactiveRow[], strays: readonly Token[]): void {
  const torn = strays.filter((token) => token.kind === 'value' && token.cell.kind === 'remark')
  const short = rows.filter(({ cells, values }) => cells.length === 3 && values.length === 2)
  if (
    torn.length === 0 ||
    torn.length !== short.length ||
    short.length !== rows.filter(({ cells }) => cells.length === 3).length
  )
    return
  const named = new Set(
    torn.flatMap((token) => REMARK_COLUMNS.flatMap(([pattern, column]) => (pattern.test(token.text) ? [column] : []))),
  )
  const column = [...named][0]
  if (named.size !== 1 || column === undefined) return
  // Torn counts stand in the order of the rows: 规章 first.
  for (const [index, row] of short.entries()) {
    const token = torn[index]
    const place = row.columns?.indexOf(column) ?? -1
    if (token && place >= 0) row.values.splice(place, 0, token)
  }
}

function readRow(row: ProactiveRow, places: readonly Cell[] | null): (readonly [ProactiveCellId, Cell])[] {
  const { cells, columns } = row
  const text = row.values.map((value) => value.text).join(' ')
  return cells.flatMap((id) => {
    const index = columns ? columns.indexOf(columnOf(id)) : 0
    return index < 0 ? [] : [[id, places ? (places[index] ?? missingCell) : unreadableCell(text)] as const]
  })
}

/** The only figure of a row, when it may be the figures of several columns glued together. */
function gluedDigits({ values, line }: ProactiveRow): string | null {
  const [only] = values
  return values.length === 1 && only && isGlued(line, only) ? only.text : null
}

/** The cells under the row's columns, or null when the values do not say which is which. */
function placesOf(row: ProactiveRow, noCounting: boolean): readonly Cell[] | null {
  const { columns, line } = row
  if (columns === null) return null
  const count = columns.length
  const values = leaveOutPages(row.values, count)
  if (!values) return null
  const numbers = values.filter((token) => token.kind === 'value')
  if (numbers.length === 0) return new Array<Cell>(count).fill(blankCell)
  const cellAt = (token: Token | undefined): Cell => (token?.kind === 'value' ? token.cell : blankCell)
  if (count === 1) return numbers.length === 1 ? [cellAt(numbers[0])] : null
  const glued = gluedDigits(row)
  if (glued !== null) {
    const ways = splitPlainly(glued, count)
    return !noCounting && ways.length === 1 && ways[0] ? ways[0].map(numberCell) : null
  }
  const first = values.findIndex(({ kind }) => kind === 'value')
  const last = values.findLastIndex(({ kind }) => kind === 'value')
  if (last - first + 1 === count) return values.slice(first, last + 1).map(cellAt)
  // Pipes that close no row: its last blank left no trace.
  const short = values.length === count - 1 && /^[^|]+\|.*\|\s*$/.test(line.text)
  if (values.length !== count && !short) return null
  // Blanks gathered at the end of a row have left their places, but not where every cell of the row has its figure.
  const framed = last === count - 1 || last + 1 > numbers.length
  const own = row.cells.map(columnOf)
  const full = last + 1 === own.length && columns.slice(0, own.length).join() === own.join()
  return line.style === 'grid' || framed || full ? columns.map((_, index) => cellAt(values[index])) : null
}
