import type { Budget } from '../budget.ts'
import type { Box, Ruling } from './page-content.ts'

/** Lines nearer than this are one line; a gap of this much does not break one. */
const tolerance = 3.5
/** Lines that stick out no further than this enclose no cell. */
const narrowest = 8
// So many lines are a drawing, not a table.
const mostMeetings = 4_000_000

/** A place that lines close in: the cell reaches over `rowSpan` × `columnSpan` places of the lattice. */
export type LatticeCell = Box & {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}
export type Lattice = Box & {
  readonly cells: readonly LatticeCell[]
  readonly xs: readonly number[]
  readonly rows: number
}

/** The ruled tables of a page: lines that touch one another and close in at least two cells side by side. */
export function findLattices(horizontal: readonly Ruling[], vertical: readonly Ruling[], budget: Budget): Lattice[] {
  const levels = merge(horizontal)
  const uprights = merge(vertical)
  if (levels.length * uprights.length > mostMeetings) return []
  return components(levels, uprights).flatMap((found) => {
    const part = closeSides(found)
    const xs = places(part.uprights)
    const ys = places(part.levels)
    if (xs.length < 3 || ys.length < 2) return []
    budget.spendCells(xs.length * ys.length)
    return [lattice(xs, ys, part.levels, part.uprights)]
  })
}

/** Joins pieces of one line. */
function merge(rulings: readonly Ruling[]): Ruling[] {
  const merged: Ruling[] = []
  for (const group of clusters(rulings)) {
    const at = group.reduce((sum, ruling) => sum + ruling.at, 0) / group.length
    let open: { from: number; to: number } | null = null
    for (const { from, to } of group.toSorted((a, b) => a.from - b.from)) {
      if (open && from <= open.to + tolerance) open.to = Math.max(open.to, to)
      else {
        if (open) merged.push({ at, ...open })
        open = { from, to }
      }
    }
    if (open) merged.push({ at, ...open })
  }
  return merged
}

function clusters(rulings: readonly Ruling[]): Ruling[][] {
  const groups: Ruling[][] = []
  let last = Number.NEGATIVE_INFINITY
  for (const ruling of rulings.toSorted((a, b) => a.at - b.at)) {
    if (ruling.at - last > tolerance) groups.push([])
    groups.at(-1)?.push(ruling)
    last = ruling.at
  }
  return groups
}

type Component = { readonly levels: Ruling[]; readonly uprights: Ruling[] }

/** Groups of lines that meet, directly or over others. */
function components(levels: readonly Ruling[], uprights: readonly Ruling[]): Component[] {
  const parent = [...levels, ...uprights].map((_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at
      at = parent[at] ?? at
    }
    return at
  }
  uprights.forEach((upright, u) => {
    levels.forEach((level, l) => {
      if (meet(level, upright)) parent[root(levels.length + u)] = root(l)
    })
  })
  const found = new Map<number, Component>()
  const of = (i: number) => {
    const component = found.get(root(i)) ?? { levels: [], uprights: [] }
    found.set(root(i), component)
    return component
  }
  levels.forEach((level, i) => {
    of(i).levels.push(level)
  })
  uprights.forEach((upright, i) => {
    of(levels.length + i).uprights.push(upright)
  })
  return [...found.values()]
}

/** Adds the outer lines of a table that is drawn without some of them: lines that lead out to one place end there. */
function closeSides({ levels, uprights }: Component): Component {
  return {
    levels: [...levels, ...missingEnds(levels, uprights)],
    uprights: [...uprights, ...missingEnds(uprights, levels)],
  }
}

/** The lines missing among `lines` where two or more of `across` lead beyond the outermost of them. */
function missingEnds(lines: readonly Ruling[], across: readonly Ruling[]): Ruling[] {
  const least = lines.reduce((at, line) => Math.min(at, line.at), Number.POSITIVE_INFINITY)
  const most = lines.reduce((at, line) => Math.max(at, line.at), Number.NEGATIVE_INFINITY)
  const start = across.reduce((at, line) => Math.min(at, line.from), Number.POSITIVE_INFINITY)
  const end = across.reduce((at, line) => Math.max(at, line.to), Number.NEGATIVE_INFINITY)
  return [
    {
      isMissing: start < least - narrowest,
      at: start,
      reaching: across.filter((line) => line.from < start + tolerance),
    },
    { isMissing: end > most + narrowest, at: end, reaching: across.filter((line) => line.to > end - tolerance) },
  ].flatMap(({ isMissing, at, reaching }) => {
    const places = reaching.map((line) => line.at)
    if (!isMissing || places.length < 2) return []
    return [{ at, from: Math.min(...places), to: Math.max(...places) }]
  })
}

function meet(level: Ruling, upright: Ruling): boolean {
  return (
    level.from - tolerance <= upright.at &&
    upright.at <= level.to + tolerance &&
    upright.from - tolerance <= level.at &&
    level.at <= upright.to + tolerance
  )
}

function places(rulings: readonly Ruling[]): number[] {
  return clusters(rulings).map((group) => group.reduce((sum, ruling) => sum + ruling.at, 0) / group.length)
}

function lattice(xs: readonly number[], ys: readonly number[], levels: Ruling[], uprights: Ruling[]): Lattice {
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  const x = (i: number) => xs[i] ?? 0
  const y = (i: number) => ys[i] ?? 0
  /** Whether a line stands between this place and its neighbour on the right, or below. */
  const closedRight = grid(rows, columns, (r, c) => covers(uprights, x(c + 1), y(r), y(r + 1)))
  const closedBelow = grid(rows, columns, (r, c) => covers(levels, y(r + 1), x(c), x(c + 1)))
  const taken = grid(rows, columns, () => false)
  const cells: LatticeCell[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row]?.[column]) continue
      let right = column + 1
      while (right < columns && !closedRight[row]?.[right - 1] && !taken[row]?.[right]) right++
      let below = row + 1
      while (below < rows && isOpen(closedBelow, below - 1, column, right) && !isCut(closedRight, below, column, right))
        below++
      for (let r = row; r < below; r++) taken[r]?.fill(true, column, right)
      const box = { left: x(column), top: y(row), right: x(right), bottom: y(below) }
      cells.push({ row, column, rowSpan: below - row, columnSpan: right - column, ...box })
    }
  }
  return { cells, xs, rows, left: x(0), top: y(0), right: x(columns), bottom: y(rows) }
}

function isOpen(closedBelow: readonly boolean[][], row: number, from: number, to: number): boolean {
  return !closedBelow[row]?.slice(from, to).includes(true)
}

/** A line runs through the row inside the span, so the cell above does not reach into it. */
function isCut(closedRight: readonly boolean[][], row: number, from: number, to: number): boolean {
  return closedRight[row]?.slice(from, to - 1).includes(true) ?? true
}

/** More than half of the edge is drawn. */
function covers(rulings: readonly Ruling[], at: number, from: number, to: number): boolean {
  let drawn = 0
  for (const ruling of rulings)
    if (Math.abs(ruling.at - at) <= tolerance)
      drawn += Math.max(0, Math.min(ruling.to, to) - Math.max(ruling.from, from))
  return drawn > (to - from) / 2
}

function grid(rows: number, columns: number, value: (row: number, column: number) => boolean): boolean[][] {
  return Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => value(r, c)))
}
