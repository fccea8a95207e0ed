import { type RemedyColumnId, type RemedyGroupId, remedyColumns, remedyGroups } from '../../../statute/form-2021.ts'
import { type Cell, missingCell, numberCell } from '../../report.ts'
import { PAST_YEAR, remedyColumnKeys, remedyGroupKeys, THIS_YEAR } from '../labels/labels.ts'
import { blankCell, unreadableCell } from '../lines/cell-value.ts'
import type { Line, Token } from '../lines/line.ts'
import { skeleton } from '../lines/normalise.ts'
import { joinThousands } from './join-thousands.ts'
import { hasPossiblePage, leaveOutPages, readingsWithoutPages } from './leave-out-pages.ts'
import { columnOrder, groupOrder, namedColumns } from './remedy-order.ts'
import { splitWithTotal } from './split-glued.ts'

export type RemediesReading = {
  readonly groups: Readonly<Record<RemedyGroupId, Readonly<Record<RemedyColumnId, Cell>>>>
  readonly doubled: number
}

const GROUPS = remedyGroups.map(({ id }) => id)
const COLUMNS = remedyColumns.map(({ id }) => id)
const SIZE = COLUMNS.length
const ALL = GROUPS.length * SIZE

type Run = {
  readonly words: string
  readonly values: Token[]
  readonly line: Line
  stacked: boolean
  closed: boolean
  /** A figure alone on its line was added to figures that stand on one: the number of a page, perhaps. */
  joined: boolean
}

/**
 * Reads table three: one row of fifteen, or a row of five for each group. Figures glued together are cut by K5 only where
 * `sumsReliable`: a report whose other sums fail may fail here too, and a false cut would then seem to fit. `cut` says that
 * the file ends with these lines, so that the figures may be lost.
 */
export function readRemedies(given: readonly Line[], sumsReliable: boolean, cut: boolean): RemediesReading {
  const lines = joinThousands(given, ALL, sumsHold)
  const runs = cutRuns(lines)
  const heads = skeleton(lines.map(({ text }) => text).join(' '))
  const words = runs.map((run) => run.words).join('')
  const [groups, columns] = [groupOrder(words), columnOrder(words, 'whole')]
  const read = runs.map((run) => ({
    words: run.words,
    cells: readWhole(run, columns?.indexOf('total') ?? -1, sumsReliable)[0] ?? null,
  }))
  if (read.some(({ cells }) => cells !== null)) {
    const own = groups && columns ? ownRows(read).map(({ cells }) => cells) : []
    const [first] = own
    const differ = own.some((cells) => first && cells && !sameCells(cells, first))
    if (groups && columns && first && !differ && !own.includes(null))
      return { groups: arrange(first, groups, columns), doubled: 0 }
    return { groups: fillAll(unreadableCell(textOf(runs))), doubled: differ ? 3 : 0 }
  }
  const grouped = runs.some(({ values }) => hasPossiblePage(values))
    ? null
    : (readGroups(runs, columnOrder(words, 'groups')) ?? readPairs(runs))
  if (grouped) return { groups: grouped, doubled: 0 }
  const numbers = runs.flatMap(({ values }) => values.filter(({ kind }) => kind === 'value'))
  if (heads === '') return { groups: fillAll(missingCell), doubled: 0 }
  return { groups: fillAll(withoutFigures(heads, numbers.length, cut) ?? unreadableCell(textOf(runs))), doubled: 0 }
}

/** What the cells of a table are that shows no figure; null where some digit stands in it. */
function withoutFigures(words: string, figures: number, cut: boolean): Cell | null {
  if (figures > 0 || /\d/.test(words.replace(/表\d+/g, ''))) return null
  return cut ? missingCell : blankCell
}

function cutRuns(lines: readonly Line[]): Run[] {
  const runs: Run[] = []
  let words = ''
  let open: Run | null = null
  const pushEmpty = (line: Line) => {
    runs.push({ words, values: [], line, stacked: false, closed: true, joined: false })
    words = ''
  }
  for (const line of lines) {
    if (line.tokens.every(({ kind }) => kind === 'pad')) {
      if (open) open.closed = true
      continue
    }
    const single = line.tokens.length === 1
    const lastText = line.tokens.findLastIndex(({ kind }) => kind === 'text')
    const hasText = lastText >= 0
    if (hasText || (open && (open.closed || !(single && open.stacked)))) {
      const fits: boolean =
        open !== null && !hasText && !open.closed && !open.stacked && open.values.length + line.tokens.length <= ALL
      if (open && fits && single) open.joined = true
      if (!fits) open = null
    }
    for (const [index, token] of line.tokens.entries()) {
      if (token.kind === 'pad') continue
      if (token.kind === 'text') {
        const odd: Run | null = open
        if (odd && odd.line === line && line.style !== 'spaced' && !isHead(token.text)) {
          odd.values.push({ kind: 'value', text: token.text, at: token.at, cell: unreadableCell(token.text) })
          continue
        }
        open = null
        const own = skeleton(token.text)
        // A year behind a year: the blanks of the row between left no trace.
        if (isDated(words) && isDated(own)) pushEmpty(line)
        words += own
        continue
      }
      if (token.kind === 'blank' && !open && index < lastText) continue
      if (!open) {
        open = { words, values: [], line, stacked: single, closed: false, joined: false }
        runs.push(open)
        words = ''
      }
      open.values.push(token)
    }
  }
  const last = lines.at(-1)
  if (last && isDated(words)) pushEmpty(last)
  return runs
}

function isHead(text: string): boolean {
  const words = skeleton(text)
  return [...remedyColumnKeys, ...remedyGroupKeys].some(([key]) => words.includes(key))
}

/** `cells` is null for figures that are no row of fifteen. */
type Whole = { readonly words: string; readonly cells: readonly Cell[] | null }

/**
 * The rows of fifteen that are this year's: a year before each of several tells them apart, also before one that is blank
 * or cannot be read. Without a year a blank one says nothing, nor do other figures.
 */
function ownRows(read: readonly Whole[]): readonly Whole[] {
  const told = read.filter(({ words, cells }) => isDated(words) || cells?.some(({ kind }) => kind !== 'blank'))
  const rows = told.length > 0 ? told : read.filter(({ cells }) => cells !== null)
  const current = rows.filter(({ words }) => !PAST_YEAR.test(words) && !CHANGE.test(words))
  const years = current.flatMap(({ words }) => YEAR.exec(words)?.[1] ?? []).map(Number)
  const own = current.filter(({ words }) => THIS_YEAR.test(words))
  if (own.length > 0) return own
  return years.length < current.length ? current : current.filter((_, index) => years[index] === Math.max(...years))
}

const YEAR = /(\d{4})年度?$/
/** A row that compares two years. */
const CHANGE = /(?:增减|同比|变化|增长)[\u4e00-\u9fff]{0,2}$/
const isDated = (words: string) => [YEAR, THIS_YEAR, PAST_YEAR, CHANGE].some((one) => one.test(words))

const cellOf = (token: Token): Cell => (token.kind === 'value' ? token.cell : blankCell)

/**
 * A run of just fifteen places, or fifteen figures glued together that K5 cuts in one way only. The total of each group
 * stands at `totalAt`, below zero where the heads do not tell.
 */
function readWhole({ values: all, line, joined }: Run, totalAt: number, sumsReliable: boolean): Cell[][] {
  const values = cellsAmong(all, totalAt, sumsReliable)
  if (!values || (joined && !addsUp(values, totalAt))) return []
  const numbers = values.filter(({ kind }) => kind === 'value')
  const only = numbers[0]
  if (values.length === ALL && (line.style === 'grid' || numbers.length === ALL || isFramed(values)))
    return [values.map(cellOf)]
  const first = values.findIndex(({ kind }) => kind === 'value')
  const last = values.findLastIndex(({ kind }) => kind === 'value')
  if (first >= 0 && last - first + 1 === ALL) return [values.slice(first, last + 1).map(cellOf)]
  if (sumsReliable && totalAt === SIZE - 1 && numbers.length === 1 && only && /^\d{15,60}$/.test(only.text)) {
    const cut = cutGlued(only.text)
    return cut ? [cut.map(numberCell)] : []
  }
  return []
}

/** The values without page numbers: in the one way there is, or the one in which each total is the sum of its row. */
function cellsAmong(values: readonly Token[], totalAt: number, sumsReliable: boolean): readonly Token[] | null {
  const only = leaveOutPages(values, ALL)
  if (only || !sumsReliable) return only
  const { full, isShort } = readingsWithoutPages(values, ALL)
  const [one, ...others] = full.filter((way) => addsUp(way, totalAt))
  return one && others.length === 0 && !isShort ? one : null
}

function addsUp(values: readonly Token[], totalAt: number): boolean {
  const numbers = values.map((token) =>
    token.kind !== 'value' ? Number.NaN : token.cell.kind === 'none' ? 0 : (token.cell.value ?? Number.NaN),
  )
  return sumsHold(numbers, totalAt)
}

function sumsHold(numbers: readonly number[], totalAt = SIZE - 1): boolean {
  return GROUPS.every((_, group) => {
    const row = numbers.slice(group * SIZE, (group + 1) * SIZE)
    return row.reduce((sum, number) => sum + number, 0) === 2 * (row[totalAt] ?? Number.NaN)
  })
}

/** Blanks keep their places when the row does not just end in them: then they may have been gathered there. */
function isFramed(values: readonly Token[]): boolean {
  const figures = values.filter(({ kind }) => kind === 'value').length
  const last = values.findLastIndex(({ kind }) => kind === 'value')
  return last === values.length - 1 || figures === 0 || last + 1 > figures
}

function cutGlued(digits: string): number[] | null {
  // Ways to cut each ending of the digits into the groups still to come; two ways are as good as many.
  const solve = (rest: string, groups: number): number[][] | null => {
    if (groups === 1) return splitWithTotal(rest, SIZE, SIZE - 1)
    const ways: number[][] = []
    for (let size = SIZE; size <= rest.length - SIZE * (groups - 1); size++) {
      if (size > SIZE * 6) return null
      const head = splitWithTotal(rest.slice(0, size), SIZE, SIZE - 1)
      if (head === null) return null
      if (head.length === 0) continue
      const tails = solve(rest.slice(size), groups - 1)
      if (tails === null) return null
      for (const one of head) for (const tail of tails) ways.push([...one, ...tail])
      if (ways.length > 1) return ways
    }
    return ways
  }
  const ways = solve(digits, GROUPS.length)
  return ways?.length === 1 ? (ways[0] ?? null) : null
}

/**
 * Rows of five, each behind the name of its group or below the heads of a table of its own; both suits may share a row of
 * ten below their names.
 */
function readGroups(runs: readonly Run[], columns: readonly RemedyColumnId[] | null): RemediesReading['groups'] | null {
  const rows = runs.filter(({ values }) => values.length === SIZE || values.length === SIZE * 2)
  const named = rows.map(({ words, values }) => groupsAtEnd(words, values.length / SIZE))
  const order = named.flatMap((groups) => groups ?? [])
  if (!columns || named.includes(null) || order.length !== GROUPS.length || new Set(order).size !== GROUPS.length)
    return null
  // Out of the form's order a name that comes twice may belong to the row before it or behind it.
  const words = runs.map((run) => run.words).join('')
  if (order.join() !== GROUPS.join() && remedyGroupKeys.some(([key]) => words.split(key).length > 2)) return null
  return arrange(
    rows.flatMap(({ values }) => values.map(cellOf)),
    order,
    columns,
  )
}

/** The groups whose names stand last in `words`, with nothing behind them but the heads of the columns of all of them. */
function groupsAtEnd(words: string, count: number): readonly RemedyGroupId[] | null {
  const last = lastGroup(words)
  if (!last) return null
  const heads = last.rest.replace(/^行政诉讼/, '')
  const columns = namedColumns(heads).length
  const only = heads.replace(/结果维持|结果纠正|其他结果|尚未审结|总计|合计/g, '') === ''
  if (!only || ![0, SIZE - 1, SIZE * count].includes(columns)) return null
  if (count === 1) return [last.group]
  const before = lastGroup(words.slice(0, last.at))
  return before?.rest === '' && before.group === 'litigationDirect' && last.group === 'litigationAfterReconsideration'
    ? [before.group, last.group]
    : null
}

/** The last name of a group in `words`, and what stands behind it. */
function lastGroup(
  words: string,
): { readonly group: RemedyGroupId; readonly at: number; readonly rest: string } | null {
  const found = remedyGroupKeys
    .map(([key, group]) => ({ group, at: words.lastIndexOf(key), length: key.length }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at)[0]
  return found ? { group: found.group, at: found.at, rest: words.slice(found.at + found.length) } : null
}

/** Fifteen figures, each behind the head of its own column: 行政复议 结果维持 3 结果纠正 0 …. */
function readPairs(runs: readonly Run[]): RemediesReading['groups'] | null {
  const read = new Map<string, Cell>()
  let group: RemedyGroupId | null = null
  for (const { words, values } of runs) {
    group = lastGroup(words)?.group ?? group
    const column = remedyColumnKeys.find(([key]) => words.endsWith(key))?.[1]
    const [only] = values
    const place = `${group} ${column}`
    if (!group || !column || !only || values.length !== 1 || read.has(place)) return null
    read.set(place, cellOf(only))
  }
  const cells = GROUPS.flatMap((id) => COLUMNS.flatMap((column) => read.get(`${id} ${column}`) ?? []))
  return cells.length === ALL ? arrange(cells, GROUPS, COLUMNS) : null
}

function sameCells(a: readonly Cell[], b: readonly Cell[]): boolean {
  return a.every((cell, index) => cell.kind === b[index]?.kind && cell.value === b[index]?.value)
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ values }) => values.map(({ text }) => text).join(' ')).join(' / ')
}

/** Fifteen cells that stand in an order of groups and columns, by their names. */
function arrange(
  cells: readonly Cell[],
  groups: readonly RemedyGroupId[],
  columns: readonly RemedyColumnId[],
): RemediesReading['groups'] {
  return Object.fromEntries(
    GROUPS.map((id) => [
      id,
      Object.fromEntries(
        COLUMNS.map((column) => [column, cells[groups.indexOf(id) * SIZE + columns.indexOf(column)] ?? missingCell]),
      ),
    ]),
  ) as RemediesReading['groups']
}

function fillAll(cell: Cell): RemediesReading['groups'] {
  return arrange(new Array<Cell>(ALL).fill(cell), GROUPS, COLUMNS)
}
