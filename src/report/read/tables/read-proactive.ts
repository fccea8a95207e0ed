import type { ProactiveCellId } from '../../../statute/form-2021.ts'
import { proactiveCells } from '../../../statute/form-2021.ts'
import { type Cell, missingCell, numberCell } from '../../report.ts'
import {
  ADDED_COLUMN,
  FEE_UNIT,
  OLD_FORM_WORDS,
  OTHER_YEAR,
  PROACTIVE_BLOCK,
  PROACTIVE_COLUMNS,
  PROACTIVE_HEAD,
  PROACTIVE_ROWS,
  type ProactiveColumn,
  REMARK_COLUMNS,
  ROW_LEAD,
} from '../labels/labels.ts'
import { blankCell, unreadableCell } from '../lines/cell-value.ts'
import { isGlued, type Line, type Token } from '../lines/line.ts'
import { skeleton } from '../lines/normalise.ts'
import { leaveOutPages } from './leave-out-pages.ts'
import { splitPlainly } from './split-glued.ts'

export type ProactiveReading = {
  readonly cells: Readonly<Record<ProactiveCellId, Cell>>
  readonly oldForm: boolean
  /** Cells that the file states twice with different numbers. */
  readonly doubled: number
}

/** All heads of a block and a label are not as long. */
const LONGEST_HEAD = 200

type Row = {
  readonly cells: readonly ProactiveCellId[]
  readonly columns: readonly ProactiveColumn[]
  readonly values: Token[]
  readonly line: Line
  /** The row's figures stand on its label's own line. */
  readonly sameLine: boolean
  readonly block: number
}

const columnOf = (cell: ProactiveCellId): ProactiveColumn => {
  const last = cell.split('.')[1]
  return last as ProactiveColumn
}

/**
 * Reads table one: every block has its own heads, every row the values straight behind its label. `uncounted` says that
 * digits glued together cannot be counted off to the columns here: blanks left no trace, or the report's sums fail. `cut`
 * says that the file ends with these lines.
 */
export function readProactive(lines: readonly Line[], uncounted: boolean, cut: boolean): ProactiveReading {
  const { rows, strays, oldForm, otherMoney, reversed } = cutRows(lines)
  const last = rows.at(-1)
  // Where the file breaks off behind a label, or in the midst of its cells, they are not blank but missing.
  if (cut && last && last.values.length < last.columns.length && last.values.every(({ kind }) => kind === 'blank'))
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
  const noCounting = uncounted || rows.some((row) => row.columns.length === 3 && (gluedDigits(row)?.length ?? 3) < 3)
  for (const row of rows) {
    for (const [id, cell] of readRow(row, reversed.has(row) ? null : placesOf(row, noCounting)))
      put(id, otherMoney && id === 'fees.amount' && cell.value !== 0 ? unreadableCell(cell.text) : cell)
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

/** `reversed`: rows in whose block the first figures stand before the first label; no figure below a label is then that label's. */
type Cut = { rows: Row[]; strays: Token[]; oldForm: boolean; otherMoney: boolean; reversed: ReadonlySet<Row> }

function cutRows(lines: readonly Line[]): Cut {
  const rows: Row[] = []
  const strays: Token[] = []
  let columns: ProactiveColumn[] = []
  let open: Row | null = null
  let words = ''
  /** The last piece of the words, as it stood in one place. */
  let own = ''
  let oldForm = false
  let otherMoney = false
  let previous = ''
  let labelLine: Line | null = null
  let block = 0
  const figuresFirst = new Set<number>()
  let rowsInBlock = 0
  for (const line of lines) {
    const bare = skeleton(line.text)
    if (OLD_FORM_WORDS.test(bare)) oldForm = true
    const head = [line.text, previous].find((text) => text.includes('收费金额'))
    if (head !== undefined && isOtherMoney(`${head}${head === line.text ? '' : line.text}`)) otherMoney = true
    previous = line.text
    if (PROACTIVE_BLOCK.test(bare) && bare.length < 14) {
      open = null
      words = ''
      columns = []
      block++
      rowsInBlock = 0
      continue
    }
    if (line.tokens.length > 0 && line.tokens.every(({ kind }) => kind === 'pad')) {
      open = null
      continue
    }
    let begun = false
    const lastText = line.tokens.findLastIndex(({ kind }) => kind === 'text')
    for (const [index, token] of line.tokens.entries()) {
      if (token.kind === 'pad') continue
      if (token.kind === 'text') {
        if (
          begun &&
          open &&
          line.style !== 'spaced' &&
          open.values.length < open.columns.length &&
          !knownWords(skeleton(token.text))
        ) {
          open.values.push({ kind: 'value', text: token.text, at: token.at, cell: unreadableCell(token.text) })
          continue
        }
        open = null
        labelLine = line
        own = skeleton(token.text)
        words = (words + skeleton(token.text)).slice(-LONGEST_HEAD)
        const head = words.lastIndexOf(PROACTIVE_HEAD)
        if (head >= 0) {
          columns = []
          words = words.slice(head + PROACTIVE_HEAD.length)
        }
        const [names, rest] = takeColumns(words)
        if (names.length > 0) {
          columns.push(...names)
          words = rest
        }
        if (columns.length > 0 && ADDED_COLUMN.test(words) && line.style !== 'spaced') {
          columns.push('other')
          words = ''
        }
        continue
      }
      if (!open) {
        const declared = rowFor(words, own)
        const followed = index < lastText
        if (!declared) {
          if (token.kind === 'value') {
            strays.push(token)
            if (rowsInBlock === 0 && columns.length > 0) figuresFirst.add(block)
          }
          continue
        }
        if (token.kind === 'blank' && followed && !begun) continue
        const old = columns.includes('old')
        open = {
          cells: declared.cells,
          columns: columnsFor(declared.cells, columns),
          values: [],
          line,
          sameLine: labelLine === line,
          block,
        }
        rowsInBlock++
        if (old) oldForm = true
        rows.push(open)
        words = ''
      }
      begun = true
      open.values.push(token)
    }
    // A row on lines is over with its line; cells on lines of their own go on.
    if (open && begun && (labelLine === line || line.tokens.length > 1)) {
      open = null
      continue
    }
    // A label alone: its figures stand below, or its blank cells left no trace.
    const declared = rowFor(words, own)
    if (declared && !open && words !== '' && PROACTIVE_ROWS.some(({ keys }) => keys.includes(words))) {
      open = {
        cells: declared.cells,
        columns: columnsFor(declared.cells, columns),
        values: [],
        line,
        sameLine: false,
        block,
      }
      rows.push(open)
      words = ''
    }
  }
  // Two blocks with their figures above the labels: so it is all over the table.
  const reversed = rows.filter((row) => !row.sameLine && (figuresFirst.has(row.block) || figuresFirst.size > 1))
  return { rows, strays, oldForm, otherMoney, reversed: new Set(reversed) }
}

/**
 * The heads above a row. Where some of them are damaged or those of another block stand there, the rest must at least
 * be in the form's order; the row then has the form's columns.
 */
function columnsFor(cells: readonly ProactiveCellId[], heads: readonly ProactiveColumn[]): ProactiveColumn[] {
  const form = cells.map(columnOf)
  if (heads.includes('old') || heads.includes('other') || form.every((column) => heads.includes(column)))
    return [...heads]
  const told = heads.filter((column) => form.includes(column))
  return told.join() === form.filter((column) => told.includes(column)).join() ? form : [...heads]
}

function knownWords(words: string): boolean {
  return (
    rowFor(words) !== null ||
    takeColumns(words)[0].length > 0 ||
    words.includes(PROACTIVE_HEAD) ||
    PROACTIVE_BLOCK.test(words)
  )
}

function isOtherMoney(head: string): boolean {
  const unit = FEE_UNIT.exec(head)?.[1]
  return unit !== undefined && unit !== '万元'
}

/** The row whose label ends `words`; `own` is the last piece of them, in which nothing may make another row of it. */
function rowFor(words: string, own = words) {
  const isLabel = (key: string) => {
    const lead = words.slice(-own.length).slice(0, -key.length)
    return words.endsWith(key) && words.length < key.length + 20 && ROW_LEAD.test(lead)
  }
  if (words.slice(0, -own.length).endsWith('其中')) return null
  return PROACTIVE_ROWS.find(({ keys }) => keys.some(isLabel)) ?? null
}

/** The column heads at the end of `words`, and what is left behind the last of them. */
function takeColumns(words: string): [ProactiveColumn[], string] {
  const names: ProactiveColumn[] = []
  let rest = words
  while (rest !== '') {
    const key = PROACTIVE_COLUMNS.find(([one]) => rest.startsWith(one))
    if (!key) break
    names.push(key[1])
    rest = rest.slice(key[0].length).replace(/^单位万?元/, '')
  }
  if (names.length > 0) return [names, rest]
  const at = Math.min(...PROACTIVE_COLUMNS.map(([one]) => words.indexOf(one)).filter((place) => place > 0))
  if (!Number.isFinite(at)) return [[], words]
  const [more, behind] = takeColumns(words.slice(at))
  return [OTHER_YEAR.test(words.slice(0, at)) ? ['other', ...more.slice(1)] : more, behind]
}

/** Counts with a remark that were torn out of all rows of a block, one a row, and whose remark names their column. */
function returnTornCounts(rows: readonly Row[], strays: readonly Token[]): void {
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
    const place = row.columns.indexOf(column)
    if (token && place >= 0) row.values.splice(place, 0, token)
  }
}

function readRow(row: Row, places: readonly Cell[] | null): (readonly [ProactiveCellId, Cell])[] {
  const { cells, columns } = row
  const cellsOf = (cell: (id: ProactiveCellId, index: number) => Cell) =>
    cells.flatMap((id) => {
      const index = columns.indexOf(columnOf(id))
      return index < 0 ? [] : [[id, cell(id, index)] as const]
    })
  if (places) return cellsOf((_, index) => places[index] ?? missingCell)
  const text = row.values.map((value) => value.text).join(' ')
  return cellsOf(() => unreadableCell(text))
}

/** The only figure of a row, when it may be the figures of several columns glued together. */
function gluedDigits({ values, line }: Row): string | null {
  const [only] = values
  return values.length === 1 && only && isGlued(line, only) ? only.text : null
}

/** The cells under the row's columns, or null when the values do not say which is which. */
function placesOf(row: Row, noCounting: boolean): readonly Cell[] | null {
  const { columns, line } = row
  const count = columns.length
  const values = leaveOutPages(row.values, count)
  // Two years beside each other under heads of one name.
  if (!values || row.cells.some((id) => columns.indexOf(columnOf(id)) !== columns.lastIndexOf(columnOf(id))))
    return null
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
  if (values.length === count && (line.style === 'grid' || last === count - 1)) return values.map(cellAt)
  return null
}
