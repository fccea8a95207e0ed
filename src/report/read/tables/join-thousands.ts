import { numberCell } from '../../report.ts'
import type { Line } from '../lines/line.ts'

/** Thousands set apart by spaces, and nothing else on the line: 1 147. */
const GROUPED = /^[1-9]\d{0,2}(?:\s\d{3})+$/

/**
 * The lines with figures like `1 147` made one, where just `size` lines follow one another with one figure each and
 * `fits` bears the figures out; else as they are, for two figures may share a line.
 */
export function joinThousands(
  lines: readonly Line[],
  size: number,
  fits: (figures: readonly number[]) => boolean,
): readonly Line[] {
  const isOne = ({ tokens, text }: Line) =>
    tokens.length > 0 &&
    tokens.every(({ kind }) => kind === 'value') &&
    (tokens.length === 1 || GROUPED.test(text.trim()))
  const start = lines.findIndex(isOne)
  const stack = start < 0 ? [] : lines.slice(start, start + size)
  const next = lines[start + size]
  if (stack.length < size || !stack.every(isOne) || (next && isOne(next))) return lines
  if (!stack.some(({ tokens }) => tokens.length > 1)) return lines
  const joined = stack.map(joinLine)
  return fits(joined.map(figureOf)) ? [...lines.slice(0, start), ...joined, ...lines.slice(start + size)] : lines
}

function joinLine(line: Line): Line {
  const [first, second] = line.tokens
  if (!first || !second) return line
  const cell = numberCell(Number(line.text.replace(/\s/g, '')))
  return { ...line, tokens: [{ kind: 'value', text: cell.text, at: first.at, cell }] }
}

function figureOf({ tokens: [only] }: Line): number {
  if (only?.kind !== 'value') return Number.NaN
  return only.cell.kind === 'none' ? 0 : (only.cell.value ?? Number.NaN)
}
