import { unreadableCell } from './cell-value.ts'
import type { Line, Token } from './line.ts'

/** Rows whose last figure the others add up to: how many figures stand in the row, and how many make up the sum. */
const SUMMED_ROWS = [
  { length: 7, parts: 6 },
  { length: 5, parts: 4 },
  { length: 15, parts: 4 },
] as const

/**
 * A file may break off in the midst of a figure: 1 of 12. The figure it ends with is therefore told only where nothing
 * can follow it (0), or where it is the sum of its row; a blank place at the very end may have held one.
 */
export function doubtEnd(lines: readonly Line[]): readonly Line[] {
  const last = lines.at(-1)
  const token = last?.tokens.at(-1)
  if (!last || !token || token.kind === 'text' || token.kind === 'pad') return lines
  if (last.style === 'piped' && /\|\s*$/.test(last.text)) return lines
  if (token.kind === 'blank' ? last.style === 'grid' : isWhole(token, lines)) return lines
  // The dots keep the text from being cut up as figures that run together.
  const doubtful: Token = { kind: 'value', text: `${token.text}…`, at: token.at, cell: unreadableCell(token.text) }
  return [...lines.slice(0, -1), { ...last, tokens: [...last.tokens.slice(0, -1), doubtful] }]
}

function isWhole(token: Extract<Token, { kind: 'value' }>, lines: readonly Line[]): boolean {
  const { kind, value } = token.cell
  if (kind === 'none' || /[^\d.,]\s*$/.test(token.text)) return true
  // Fifteen figures run together are cut only where all three sums of the row hold.
  if (/^\d{15,}$/.test(token.text)) return true
  if (value === 0) return token.text.trim() === '0' && !followsFee(lines)
  const run = trailingFigures(lines)
  return SUMMED_ROWS.some(({ length, parts }) => {
    const sum = run.slice(-1 - parts, -1).reduce((total, figure) => total + figure, 0)
    return run.length === length && sum === value
  })
}

/** 0 may be the beginning of 0.5 only where money is told. */
function followsFee(lines: readonly Line[]): boolean {
  return lines.slice(-3).some(({ text }) => /收费/.test(text))
}

/** The figures behind the file's last words, or none when one of them is no plain number. */
function trailingFigures(lines: readonly Line[]): readonly number[] {
  const most = Math.max(...SUMMED_ROWS.map(({ length }) => length))
  const figures: number[] = []
  for (let index = lines.length - 1; index >= 0 && figures.length <= most; index--) {
    for (const token of (lines[index]?.tokens ?? []).toReversed()) {
      if (token.kind === 'text') return figures.reverse()
      if (token.kind === 'pad') continue
      const value = token.kind === 'value' ? token.cell.value : null
      if (value === null) return []
      figures.push(value)
    }
  }
  return figures.reverse()
}
