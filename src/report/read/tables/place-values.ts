import { type RequestRowId, requestRows } from '../../../statute/form-2021.ts'
import type { Cell } from '../../report.ts'
import { blankCell } from '../lines/cell-value.ts'
import { isGlued, type Line, type Token } from '../lines/line.ts'
import { hasPossiblePage, readingsWithoutPages } from './leave-out-pages.ts'
import type { Entry } from './request-entries.ts'

/**
 * What a run of values says for a row of `width` columns: its cells, digits that run together, cells in one of several
 * ways or in none of them, or nothing certain.
 */
export type Placed =
  | { readonly kind: 'cells'; readonly cells: readonly Cell[] }
  | { readonly kind: 'glued'; readonly digits: string }
  | { readonly kind: 'choice'; readonly ways: readonly (readonly Cell[])[] }
  | { readonly kind: 'unclear' }

const UNCLEAR: Placed = { kind: 'unclear' }

const cellOf = (token: Token): Cell => (token.kind === 'value' ? token.cell : blankCell)

/** How deep a row is indented in the form: rows of one level have their values at the same place. */
const LEVELS = new Map<RequestRowId, string>(
  requestRows.map(({ id, group, part }) => [id, part === 'outcomes' ? (group === null ? 'b' : 'c') : 'a']),
)

type Frame = { readonly start: number; readonly length: number }

/** Where the values of a table's plain rows stand, learned from the rows that leave no doubt. */
export type Frames = {
  readonly byKey: ReadonlyMap<string, Frame | null>
  /** How many places the doubtless rows of a style and level have. */
  readonly lengths: ReadonlyMap<string, ReadonlySet<number>>
  /** Blanks of some rows were gathered at the row's end, so that a blank says nothing about its place. */
  readonly gathered: boolean
  readonly whole: readonly Entry[]
  /** Styles in which some row has more figures in a row than the form has columns: columns were added beside its own. */
  readonly widened: ReadonlySet<string>
  /** Rows of plain text have fewer figures than columns: blanks left no trace, and figures may have strayed into a gap. */
  readonly blanksLost: boolean
}

const values = (entry: Entry) => entry.values

function span(tokens: readonly Token[]): readonly [number, number] | null {
  const first = tokens.findIndex(({ kind }) => kind === 'value')
  if (first < 0) return null
  return [first, tokens.findLastIndex(({ kind }) => kind === 'value')]
}

/** No other place is possible: from the first value to the last they are just as many as the columns. */
function isWhole(entry: Entry, width: number): boolean {
  const ends = span(entry.values)
  return ends !== null && ends[1] - ends[0] + 1 === width && !entry.joined
}

function frameKey(entry: Entry, row: RequestRowId | null): string {
  const { style, width } = entry.line
  return entry.stacked ? `stacked:${row ? LEVELS.get(row) : '?'}` : `${style}:${width}:${row ? LEVELS.get(row) : '?'}`
}

function startOf(entry: Entry, index: number): number {
  return entry.stacked ? index : (entry.values[index]?.at ?? index)
}

export function learnFrames(rows: readonly { entry: Entry; row: RequestRowId }[], width: number): Frames {
  const byKey = new Map<string, Frame | null>()
  const lengths = new Map<string, Set<number>>()
  let gathered = false
  for (const { entry, row } of rows) {
    const ends = span(values(entry))
    if (ends && entry.line.style !== 'grid' && looksGathered(entry.values.slice(ends[0], ends[0] + width), width)) {
      gathered = true
    }
    if (!ends || !isWhole(entry, width)) continue
    for (const name of [lengthKey(entry, row), lengthKey(entry, null)]) {
      const known = lengths.get(name) ?? new Set<number>()
      lengths.set(name, known.add(entry.values.length))
    }
    const frame = { start: startOf(entry, ends[0]), length: entry.values.length }
    for (const key of [frameKey(entry, row), frameKey(entry, null)]) {
      const known = byKey.get(key)
      if (known === undefined) byKey.set(key, frame)
      else if (known && (known.start !== frame.start || known.length !== frame.length)) byKey.set(key, null)
    }
  }
  const whole = rows.filter(({ entry }) => isWhole(entry, width)).map(({ entry }) => entry)
  const widened = new Set(
    rows.flatMap(({ entry }) => {
      const ends = span(entry.values)
      return ends && !entry.stacked && ends[1] - ends[0] + 1 > width ? [entry.line.style] : []
    }),
  )
  const blanksLost = rows.some(
    ({ entry: { line, values: tokens } }) =>
      line.style === 'spaced' && tokens.length < width && tokens.every(({ kind }) => kind === 'value'),
  )
  return { byKey, lengths, gathered, whole, widened, blanksLost }
}

/** 7 | 1 | 8 | | | | : the last figure is no less than those before it together, so it may be the total moved to the left. */
function looksGathered(window: readonly Token[], width: number): boolean {
  const numbers = window.flatMap((token) => (token.kind === 'value' ? [token.cell.value] : []))
  if (numbers.length < 2 || numbers.length === width || window.at(-1)?.kind === 'value') return false
  const blanksInside = window.slice(0, numbers.length).some(({ kind }) => kind === 'blank')
  if (blanksInside) return false
  const last = numbers.at(-1)
  const sum = numbers.slice(0, -1).reduce<number>((total, value) => total + (value ?? 0), 0)
  return last !== undefined && last !== null && last >= sum
}

/** Puts the values of a row under its columns, or says that it cannot be done with certainty. */
export function placeValues(entry: Entry, row: RequestRowId | null, width: number, frames: Frames): Placed {
  const tokens = entry.values
  const ends = span(tokens)
  if (!ends) return { kind: 'cells', cells: new Array<Cell>(width).fill(blankCell) }
  const [first, last] = ends
  const only = tokens[first]
  if (tokens.length === 1 && only && isGlued(entry.line, only)) {
    return { kind: 'glued', digits: only.text.trim() }
  }
  if (hasPossiblePage(tokens)) return placeAmongPages(entry, row, width, frames)
  if (last - first + 1 > width) return UNCLEAR
  const cut = (start: number): Placed => ({ kind: 'cells', cells: tokens.slice(start, start + width).map(cellOf) })
  const isRow = !entry.joined && addsUp(tokens)
  const isFull = entry.joined || last - first + 1 === width
  if (frames.blanksLost && entry.line.style === 'spaced' && isFull && !isRow) return UNCLEAR
  if (entry.joined) return tokens.length === width && addsUp(tokens) ? cut(0) : UNCLEAR
  const isWider = frames.widened.has(entry.line.style) && tokens.length > width && !entry.stacked
  if (isWider && !addsUp(tokens.slice(first, last + 1))) return UNCLEAR
  if (isWhole(entry, width)) return cut(first)
  if (entry.line.style === 'spaced' && !entry.stacked) return placeByOffset(entry, width, frames)
  if (entry.line.style === 'grid' && tokens.length === width) return cut(0)
  if (tokens.length === width && last === width - 1) return fitsLength(entry, row, frames) ? cut(0) : UNCLEAR
  const frame = frames.byKey.get(frameKey(entry, row)) ?? frames.byKey.get(frameKey(entry, null))
  if (!frame || frame.length !== tokens.length) return UNCLEAR
  if (entry.line.style === 'piped' && !entry.stacked && !agreesWithNeighbours(entry, frames)) return UNCLEAR
  const start = tokens.findIndex((_, index) => startOf(entry, index) === frame.start)
  if (start < 0 || first < start || last >= start + width || tokens.length < start + width) return UNCLEAR
  const window = tokens.slice(start, start + width)
  if (entry.line.style !== 'grid' && (frames.gathered || looksGathered(window, width))) return UNCLEAR
  return cut(start)
}

/** Nothing learned about such rows speaks against just as many places. */
function fitsLength(entry: Entry, row: RequestRowId | null, frames: Frames): boolean {
  const alike = frames.lengths.get(lengthKey(entry, row))
  if (alike) return alike.has(entry.values.length)
  const any = frames.lengths.get(lengthKey(entry, null))
  return !any || [...any].every((length) => length === entry.values.length)
}

function lengthKey(entry: Entry, row: RequestRowId | null): string {
  return `${entry.stacked ? 'stacked' : entry.line.style}:${row ? LEVELS.get(row) : '*'}`
}

/** A row that lost a cell is narrower than the rows beside it. */
function agreesWithNeighbours(entry: Entry, frames: Frames): boolean {
  const near = frames.whole.filter(
    ({ line, lineNumber }) => line.style === 'piped' && Math.abs(lineNumber - entry.lineNumber) <= 3,
  )
  const beside = near.filter(({ lineNumber }) => Math.abs(lineNumber - entry.lineNumber) === 1)
  return (
    near.some(({ line }) => line.width === entry.line.width) &&
    beside.every(({ line }) => line.width === entry.line.width)
  )
}

/** One way to take page numbers out leaves no doubt; of several, or where a blank may have left no trace, sums decide. */
function placeAmongPages(entry: Entry, row: RequestRowId | null, width: number, frames: Frames): Placed {
  const { full, isShort } = readingsWithoutPages(entry.values, width)
  const readings = full.map((values) => placeValues({ ...entry, values: [...values] }, row, width, frames))
  const ways = readings.flatMap((one) => (one.kind === 'cells' ? [one.cells] : []))
  const [only] = readings
  if (only && readings.length === 1 && !isShort) return only
  return ways.length > 0 && ways.length === readings.length ? { kind: 'choice', ways } : UNCLEAR
}

function addsUp(tokens: readonly Token[]): boolean {
  const numbers = tokens.map((token) => {
    if (token.kind !== 'value') return null
    return token.cell.kind === 'none' ? 0 : token.cell.value
  })
  if (numbers.some((value) => value === null)) return false
  const total = numbers.at(-1) ?? 0
  return numbers.slice(0, -1).reduce<number>((sum, value) => sum + (value ?? 0), 0) === total
}

// ── Lines laid out with spaces: columns are where the whole rows nearby have them ──

const NEARBY = 4
type Measure = (line: Line, at: number) => number
const byOffset: Measure = (_, at) => at
/** A Chinese character takes two places on a screen. */
const byDisplay: Measure = (line, at) =>
  at + (line.text.slice(0, at).match(/[\u2e80-\u9fff\uff00-\uff60\u3000-\u303f]/g)?.length ?? 0)

function placeByOffset(entry: Entry, width: number, frames: Frames): Placed {
  const near = frames.whole
    .filter(({ line, stacked }) => line.style === 'spaced' && !stacked && wideGaps(line, entry) && hasRoom(line, entry))
    .sort((a, b) => Math.abs(a.lineNumber - entry.lineNumber) - Math.abs(b.lineNumber - entry.lineNumber))
    .slice(0, NEARBY)
  // Behind labels of one length figures stand in columns by chance.
  const lengths = new Set(near.map(({ line }) => labelEnd(line)))
  if (near.length < 3 || lengths.size < 2) return UNCLEAR
  const readings: Cell[][] = []
  for (const measure of [byOffset, byDisplay]) {
    const columns = columnIntervals(near, width, measure)
    if (!columns) continue
    const cells = new Array<Cell>(width).fill(blankCell)
    let certain = true
    for (const token of entry.values) {
      const from = measure(entry.line, token.at)
      const to = from + token.text.length
      const hits: number[] = columns.flatMap(([start, end], index) => (from < end && start < to ? [index] : []))
      const hit = hits[0]
      if (hits.length !== 1 || hit === undefined || cells[hit] !== blankCell) certain = false
      else cells[hit] = cellOf(token)
    }
    if (certain) readings.push(cells)
  }
  // Both measures may fit by chance; then they must agree.
  const [one, other] = readings
  if (!one || (other && one.some((cell, index) => cell !== other[index]))) return UNCLEAR
  return { kind: 'cells', cells: one }
}

/** Figures alone on their line tell where the columns are only when the row's own label would fit before them. */
function hasRoom(line: Line, entry: Entry): boolean {
  if (line.tokens[0]?.kind === 'text') return true
  return (line.tokens[0]?.at ?? 0) >= labelEnd(entry.line)
}

function labelEnd(line: Line): number {
  const last = line.tokens.findLast(({ kind }) => kind === 'text')
  return last ? last.at + last.text.length : 0
}

function wideGaps(line: Line, entry: Entry): boolean {
  const first = line.tokens.find(({ kind }) => kind === 'value')
  return (
    line !== entry.line &&
    first !== undefined &&
    /^(?:\S+\s{2,})+\S+\s*$/.test(line.text.slice(first.at, first.at + 300))
  )
}

function columnIntervals(rows: readonly Entry[], width: number, measure: Measure): [number, number][] | null {
  const columns: [number, number][] = []
  for (let index = 0; index < width; index++) {
    let start = Number.POSITIVE_INFINITY
    let end = Number.NEGATIVE_INFINITY
    const spread = { left: new Set<number>(), right: new Set<number>(), middle: new Set<number>() }
    for (const { line, values: tokens } of rows) {
      const token = tokens[index]
      if (!token) return null
      const from = measure(line, token.at)
      spread.left.add(from)
      spread.right.add(from + token.text.length)
      spread.middle.add(Math.round(from + token.text.length / 2))
      start = Math.min(start, from)
      end = Math.max(end, from + token.text.length)
    }
    const left = columns.at(-1)
    const aligned = Object.values(spread).some((places) => Math.max(...places) - Math.min(...places) <= 1)
    if ((left && left[1] >= start) || !aligned) return null
    columns.push([start, end])
  }
  return columns
}
