import { type RemedyColumnId, type RemedyGroupId, remedyColumns, remedyGroups } from '../../../statute/form-2021.ts'
import { type Cell, missingCell, numberCell } from '../../report.ts'
import { remedyColumnKeys, remedyGroupKeys } from '../labels/labels.ts'
import { blankCell, unreadableCell } from '../lines/cell-value.ts'
import type { Line, Token } from '../lines/line.ts'
import { skeleton } from '../lines/normalise.ts'
import { hasPossiblePage, leaveOutPages, readingsWithoutPages } from './leave-out-pages.ts'
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
export function readRemedies(lines: readonly Line[], sumsReliable: boolean, cut: boolean): RemediesReading {
  const runs = cutRuns(lines)
  const heads = skeleton(lines.map(({ text }) => text).join(' '))
  if (!standardOrder(runs.map(({ words }) => words).join(''))) {
    return { groups: fillAll(heads === '' ? missingCell : unreadableCell(textOf(runs))), doubled: 0 }
  }
  const read = runs.flatMap((run) => readWhole(run, sumsReliable))
  const told = read.filter((cells) => cells.some(({ kind }) => kind !== 'blank'))
  // A blank row beside a row of figures says nothing.
  const wholes = told.length > 0 ? told : read
  const first = wholes[0]
  if (first) {
    const differ = wholes.filter((one) => !sameCells(one, first)).length
    return { groups: differ > 0 ? fillAll(unreadableCell(textOf(runs))) : record(first), doubled: differ > 0 ? 3 : 0 }
  }
  const grouped = runs.some(({ values }) => hasPossiblePage(values)) ? null : (readGroups(runs) ?? readPairs(runs))
  if (grouped) return { groups: record(grouped), doubled: 0 }
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
        words += skeleton(token.text)
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
  return runs
}

function isHead(text: string): boolean {
  const words = skeleton(text)
  return [...remedyColumnKeys, ...remedyGroupKeys].some(([key]) => words.includes(key))
}

/** Heads that are told at all must be told in the form's order. */
function standardOrder(words: string): boolean {
  const groupAt = remedyGroupKeys.flatMap(([key, id]) =>
    words.includes(key) ? [[words.indexOf(key), GROUPS.indexOf(id)] as const] : [],
  )
  const inOrder = (places: readonly (readonly [number, number])[]) =>
    [...places].sort(([a], [b]) => a - b).every(([, index], i, all) => i === 0 || index >= (all[i - 1]?.[1] ?? 0))
  const columnAt = ['结果维持', '结果纠正', '其他结果', '尚未审结'].flatMap((key, index) =>
    words.includes(key) ? [[words.indexOf(key), index] as const] : [],
  )
  const total = words.indexOf('总计')
  const firstColumn = Math.min(...columnAt.map(([at]) => at))
  const suits = words.indexOf('行政诉讼')
  if (suits >= 0 && words.indexOf('行政复议') > suits) return false
  return inOrder(groupAt) && inOrder(columnAt) && !(columnAt.length === 4 && total >= 0 && total < firstColumn)
}

const cellOf = (token: Token): Cell => (token.kind === 'value' ? token.cell : blankCell)

/** A run of just fifteen places, or fifteen figures glued together that K5 cuts in one way only. */
function readWhole({ values: all, line, joined }: Run, sumsReliable: boolean): Cell[][] {
  const values = cellsAmong(all, sumsReliable)
  if (!values || (joined && !addsUp(values))) return []
  const numbers = values.filter(({ kind }) => kind === 'value')
  const only = numbers[0]
  if (values.length === ALL && (line.style === 'grid' || numbers.length === ALL || isFramed(values)))
    return [values.map(cellOf)]
  const first = values.findIndex(({ kind }) => kind === 'value')
  const last = values.findLastIndex(({ kind }) => kind === 'value')
  if (first >= 0 && last - first + 1 === ALL) return [values.slice(first, last + 1).map(cellOf)]
  if (sumsReliable && numbers.length === 1 && only && /^\d{15,60}$/.test(only.text)) {
    const cut = cutGlued(only.text)
    return cut ? [cut.map(numberCell)] : []
  }
  return []
}

/** The values without page numbers: in the one way there is, or the one in which each total is the sum of its row. */
function cellsAmong(values: readonly Token[], sumsReliable: boolean): readonly Token[] | null {
  const only = leaveOutPages(values, ALL)
  if (only || !sumsReliable) return only
  const { full, isShort } = readingsWithoutPages(values, ALL)
  const [one, ...others] = full.filter(addsUp)
  return one && others.length === 0 && !isShort ? one : null
}

function addsUp(values: readonly Token[]): boolean {
  const numbers = values.map((token) =>
    token.kind !== 'value' ? Number.NaN : token.cell.kind === 'none' ? 0 : (token.cell.value ?? Number.NaN),
  )
  return GROUPS.every((_, group) => {
    const row = numbers.slice(group * SIZE, (group + 1) * SIZE)
    return row.reduce((sum, number) => sum + number, 0) === 2 * (row.at(-1) ?? Number.NaN)
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

/** Three rows of five, each behind the name of its group or below the heads of a table of its own. */
function readGroups(runs: readonly Run[]): Cell[] | null {
  const fives = runs.filter(({ values }) => values.length === SIZE)
  if (fives.length !== GROUPS.length || fives.some(({ words }, index) => lastGroup(words)?.group !== GROUPS[index])) {
    return null
  }
  const told = fives.every(({ words }) => NO_MORE_WORDS.test(lastGroup(words)?.rest ?? ''))
  return told ? fives.flatMap(({ values }) => values.map(cellOf)) : null
}

/** What may stand between the name of a group and its figures: the heads of the columns. */
const NO_MORE_WORDS = /^(?:行政诉讼)?(?:结果维持结果纠正其他结果尚未审结(?:总计|合计))?$/

/** The last name of a group in `words`, and what stands behind it. */
function lastGroup(words: string): { readonly group: RemedyGroupId; readonly rest: string } | null {
  const found = remedyGroupKeys
    .map(([key, group]) => ({ group, at: words.lastIndexOf(key), length: key.length }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at)[0]
  return found ? { group: found.group, rest: words.slice(found.at + found.length) } : null
}

/** Fifteen figures, each behind the head of its own column: 行政复议 结果维持 3 结果纠正 0 …. */
function readPairs(runs: readonly Run[]): Cell[] | null {
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
  return cells.length === ALL ? cells : null
}

function sameCells(a: readonly Cell[], b: readonly Cell[]): boolean {
  return a.every((cell, index) => cell.kind === b[index]?.kind && cell.value === b[index]?.value)
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ values }) => values.map(({ text }) => text).join(' ')).join(' / ')
}

function record(cells: readonly Cell[]): RemediesReading['groups'] {
  return Object.fromEntries(
    GROUPS.map((id, group) => [
      id,
      Object.fromEntries(COLUMNS.map((column, index) => [column, cells[group * SIZE + index] ?? missingCell])),
    ]),
  ) as RemediesReading['groups']
}

function fillAll(cell: Cell): RemediesReading['groups'] {
  return record(new Array<Cell>(ALL).fill(cell))
}
