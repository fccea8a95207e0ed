import type { Region, TableName } from './cut-regions.ts'
import type { Line } from './lines/line.ts'

/** Lines, by their place in the file, that are numbers of pages for certain, and those that may be one or a cell. */
export type PageNumbers = { readonly certain: ReadonlySet<number>; readonly possible: ReadonlySet<number> }

type Bare = { readonly line: number; readonly value: number }
/** Cells on lines of their own that nothing interrupts; one more than a row has holds the number of a page. */
type Run = { readonly start: number; readonly end: number; readonly excess: boolean }

const NONE: PageNumbers = { certain: new Set(), possible: new Set() }
const BARE = /^[1-9]\d{0,2}$/
const FULL_RUN: Readonly<Record<TableName, number>> = { proactive: 3, requests: 7, remedies: 15 }
/** A cover and a table of contents may go before the first number. */
const LATEST_FIRST = 3
const WORDS = /[\u4e00-\u9fff]{4}/

/**
 * Which numbers that stand alone on a line are those of pages. Outside the tables nothing else looks so: the numbers
 * found there say which ones must stand, or may stand, between the cells. They rise by one from page to page, and a run of
 * one cell too many holds one of them.
 */
export function findPageNumbers(lines: readonly Line[], regions: readonly Region[]): PageNumbers {
  const within = new Set(
    regions.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index)),
  )
  const bare = lines.flatMap(({ text }, line) => (BARE.test(text.trim()) ? [{ line, value: Number(text) }] : []))
  const inside = bare.filter(({ line }) => within.has(line))
  const outside = bare.filter(({ line }) => !within.has(line))
  if (inside.length === 0) return NONE
  const runs = findRuns(lines, regions)
  const all = { certain: NONE.certain, possible: new Set(inside.map(({ line }) => line)) }
  if (outside.length === 0) return mayHidePages(lines, regions, runs) ? all : NONE
  return followChain(inside, outside, runs) ?? all
}

/** The lines of a region as its table is read: without numbers of pages, and with a mark on those that may be one. */
export function withoutPageNumbers(lines: readonly Line[], { start, end }: Region, pages: PageNumbers): Line[] {
  return lines.slice(start, end).flatMap((line, index) => {
    if (pages.certain.has(start + index)) return []
    return pages.possible.has(start + index) ? [markPossible(line)] : [line]
  })
}

const markPossible = (line: Line): Line => ({
  ...line,
  tokens: line.tokens.map((token) => (token.kind === 'value' ? { ...token, mayBePage: true } : token)),
})

/**
 * Without any number outside the tables: pages are numbered all the same where a run has a cell too many, or where the
 * file ends with its tables and runs are short, so that a number may have filled one up.
 */
function mayHidePages(lines: readonly Line[], regions: readonly Region[], runs: readonly Run[]): boolean {
  if (runs.some(({ excess }) => excess)) return true
  const end = Math.max(...regions.map((region) => region.end))
  if (lines.slice(end).some(({ text }) => WORDS.test(text))) return false
  const rows = runs.filter(({ start }) => regions.some((one) => one.table === 'requests' && isWithin(start, one)))
  return rows.length === 0 || rows.some((run) => run.end - run.start !== FULL_RUN.requests)
}

const isWithin = (line: number, { start, end }: { readonly start: number; readonly end: number }) =>
  start <= line && line < end

function findRuns(lines: readonly Line[], regions: readonly Region[]): Run[] {
  return regions.flatMap(({ table, start, end }) => {
    const found: { start: number; end: number }[] = []
    for (let line = start; line < end; line++) {
      const tokens = lines[line]?.tokens ?? []
      if (tokens.length !== 1 || (tokens[0]?.kind !== 'value' && tokens[0]?.kind !== 'blank')) continue
      const last = found.at(-1)
      if (last?.end === line) last.end++
      else found.push({ start: line, end: line + 1 })
    }
    const full = FULL_RUN[table]
    const count = (size: number) => found.filter((run) => run.end - run.start === size).length
    // Where most rows are longer, the table has more columns than the form.
    const isOdd = table !== 'requests' || count(full + 1) <= count(full)
    return found.map((run) => ({ ...run, excess: isOdd && run.end - run.start === full + 1 }))
  })
}

/** The numbers that may fill the gaps between those outside the tables; null where these do not rise as pages do. */
function followChain(inside: readonly Bare[], outside: readonly Bare[], runs: readonly Run[]): PageNumbers | null {
  const [first] = outside
  if (first && first.value > LATEST_FIRST && !inside.some(({ line }) => line < first.line)) return null
  const certain = new Set<number>()
  const possible = new Set<number>()
  for (let index = 0; index <= outside.length; index++) {
    const [from, to] = [outside[index - 1], outside[index]]
    const between = inside.filter(
      ({ line }) => line > (from?.line ?? -1) && line < (to?.line ?? Number.POSITIVE_INFINITY),
    )
    if (from && to && (between.length === 0 ? to.value !== from.value + 1 : to.value <= from.value)) return null
    const gap = fillGap(between, from?.value ?? null, to?.value ?? null, runs)
    for (const line of gap.certain) certain.add(line)
    for (const line of gap.possible) possible.add(line)
  }
  return { certain, possible }
}

/** Where the numbers after `from` and before `to` may stand; null is an end that is not known. */
function fillGap(between: readonly Bare[], from: number | null, to: number | null, runs: readonly Run[]): PageNumbers {
  const fits = ({ value }: Bare) => value > (from ?? 0) && value < (to ?? Number.POSITIVE_INFINITY)
  const places = new Map<number, readonly number[]>()
  for (const { line, value } of between.filter(fits)) places.set(value, [...(places.get(value) ?? []), line])
  const last = to === null ? Math.max(0, ...places.keys()) : to - 1
  const numbers = Array.from({ length: Math.max(0, last - (from ?? 0)) }, (_, index) => (from ?? 0) + 1 + index)
  const narrowed = narrow(places, numbers, from !== null, to !== null, runs)
  // A page without its number breaks the chain: then nothing is known but which numbers it may have had.
  const whole = narrowed !== null
  const rest = [...(narrowed ?? places).values()]
  const bound = whole && from !== null && to !== null
  return {
    certain: new Set(bound ? rest.filter(({ length }) => length === 1).flat() : []),
    possible: new Set(rest.filter(({ length }) => !bound || length > 1).flat()),
  }
}

/** Keeps of each number the places that leave room for its neighbours; null where a number between two known ones has none. */
function narrow(
  given: ReadonlyMap<number, readonly number[]>,
  numbers: readonly number[],
  begun: boolean,
  ended: boolean,
  runs: readonly Run[],
): ReadonlyMap<number, readonly number[]> | null {
  const places = new Map(given)
  const keep = (number: number, fits: (line: number) => boolean): boolean => {
    const before = places.get(number) ?? []
    const after = before.filter(fits)
    places.set(number, after)
    return after.length < before.length
  }
  for (let again = true; again; ) {
    again = false
    if (begun) {
      let earliest = -1
      for (const number of numbers) {
        if (keep(number, (line) => line > earliest)) again = true
        const own = places.get(number) ?? []
        if (own.length > 0) earliest = Math.min(...own)
      }
    }
    if (ended) {
      let latest = Number.POSITIVE_INFINITY
      for (const number of numbers.toReversed()) {
        if (keep(number, (line) => line < latest)) again = true
        const own = places.get(number) ?? []
        if (own.length > 0) latest = Math.max(...own)
      }
    }
    if (begun && ended && numbers.some((number) => (places.get(number) ?? []).length === 0)) return null
    for (const run of runs.filter(({ excess }) => excess)) {
      const here = numbers.filter((number) => places.get(number)?.some((line) => isWithin(line, run)))
      if (here.length === 1 && here[0] !== undefined && keep(here[0], (line) => isWithin(line, run))) again = true
    }
  }
  return places
}
