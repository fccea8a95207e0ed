import { leastHeadSize, tableSizes, textWidth } from './page-measures.ts'

/** One column to be fitted: `label` columns share what is left by their weight, `data` columns hold numbers. */
type ColumnNeed =
  | { readonly kind: 'label'; readonly minimum: number; readonly weight: number }
  | { readonly kind: 'data'; readonly minimum: number; readonly texts: readonly string[] }

export type FittedColumns = {
  readonly textSize: number
  readonly dataSize: number
  readonly linePitch: number
  readonly columnWidths: readonly number[]
}

/** Width in em of a digit in the widest face that an office program may fall back to (DejaVu Sans). */
const DIGIT = 0.64
/** Lines that a remark takes, and the most that a column is widened for one, in characters. */
const REMARK_LINES = 3
const WIDEST_REMARK = 4
/** Digits and marks of the longest number worth a narrower type; what is longer is no number and may be divided. */
const LONGEST_NUMBER = 12
/** What stays free in a cell for its two sides and its rule, in points. */
const PADDING = { label: 5.5, data: 2.5 } as const
/** From line to line within a cell, in em. */
const LINE_PITCH = 1.25

/**
 * The largest size at which every number stands on one line, and the widths that make it so: data columns of one width
 * where they fit, of their own width where only that fits. `minimum` is in characters of a head.
 * A number too long even for the smallest size gets its share of the width and is divided by the writer.
 */
export function fitColumns(needs: readonly ColumnNeed[]): FittedColumns {
  let widths: readonly number[] = []
  for (const dataSize of tableSizes) {
    const own = needs.map((need) => ownWidth(need, dataSize))
    const widest = Math.max(...own.filter((_, place) => needs[place]?.kind === 'data'))
    const even = own.map((width, place) => (needs[place]?.kind === 'data' ? widest : width))
    if (sum(even) <= textWidth) return fitted(dataSize, spread(even, needs))
    if (sum(own) <= textWidth) return fitted(dataSize, spread(own, needs))
    widths = own
  }
  const capped = widths.map((width) => Math.min(width, (2 * textWidth) / needs.length))
  const scale = textWidth / sum(capped)
  return fitted(
    Math.min(...tableSizes),
    capped.map((width) => width * scale),
  )
}

function fitted(dataSize: number, columnWidths: readonly number[]): FittedColumns {
  const textSize = headSize(dataSize)
  return { textSize, dataSize, linePitch: textSize * LINE_PITCH, columnWidths }
}

const headSize = (dataSize: number) => Math.max(dataSize, leastHeadSize)

function ownWidth(need: ColumnNeed, dataSize: number): number {
  const longest = need.kind === 'data' ? Math.max(0, ...need.texts.map(neededWidth)) : 0
  return Math.max(need.minimum * headSize(dataSize), longest * dataSize) + PADDING[need.kind]
}

/** Hands out what is left: to the label columns by weight, or to all columns alike where there are none. */
function spread(widths: readonly number[], needs: readonly ColumnNeed[]): readonly number[] {
  const left = textWidth - sum(widths)
  const weights = needs.map((need) => (need.kind === 'label' ? need.weight : 0))
  const all = sum(weights)
  return widths.map((width, place) => width + left * (all > 0 ? (weights[place] ?? 0) / all : 1 / widths.length))
}

/** Width in em that `text` needs: its longest run of digits or Latin letters undivided, a remark on four lines or so. */
function neededWidth(text: string): number {
  const runs = (text.match(/[!-~]+/g) ?? []).map((run) => Math.min(run.length, LONGEST_NUMBER) * DIGIT)
  return Math.max(0, Math.min(text.length / REMARK_LINES, WIDEST_REMARK), ...runs)
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
