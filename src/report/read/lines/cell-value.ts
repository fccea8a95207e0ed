import type { Cell } from '../../report.ts'

const NUMBER = '[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,15})(?:\\.\\d{1,8})?'
const PLAIN = new RegExp(`^${NUMBER}$`)
const WITH_UNIT = new RegExp(`^(${NUMBER})(件次|件|条|个|项|宗|次|份|起|人次|万元)$`)
const WITH_WORDS = new RegExp(
  `^(${NUMBER})(?:件|条|个|项|份|万元)?([(\\[](?=[^)\\]]*[\\u4e00-\\u9fff])[^()\\[\\]]{1,80}[)\\]]|[,;:]?(?:其中|含)[^|]{1,80})$`,
)
/** What most cells of a form hold. Each of its characters came from one that is no white space either. */
const MOST_CELLS = /^(?:0|[1-9]\d{0,8})$/
const NONE = /^(?:[/\\]|-{1,3}|—{1,3}|无)$/
const LEADING_ZERO = /^[+-]?0\d/

export const blankCell: Cell = { value: null, kind: 'blank', text: '' }

/** A cell that holds something which cannot be said with certainty; `text` is what stands there. */
export function unreadableCell(text: string): Cell {
  return { value: null, kind: 'unreadable', text: text.replace(/\s+/g, ' ').trim().slice(0, 200) }
}

function toNumber(text: string): number | null {
  if (LEADING_ZERO.test(text)) return null
  const value = Number(text.replaceAll(',', ''))
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : null
}

/**
 * The cell that `normalised` says, or null when it is no value: a number, a number with its unit or with a remark, or
 * a mark for none. `original` is kept as the cell's text. Nothing is guessed: 007, O and l are no numbers.
 */
export function parseValue(normalised: string, original: string): Cell | null {
  if (MOST_CELLS.test(normalised)) return { value: Number(normalised), kind: 'number', text: original }
  const tight = normalised.replace(/\s+/g, '')
  if (tight === '' || tight.length > 120) return null
  const text = original.replace(/\s+/g, '')
  if (NONE.test(tight)) return { value: null, kind: 'none', text }
  if (PLAIN.test(tight)) {
    // "1 2" in one cell may be two numbers.
    if (/\d\s+\d/.test(normalised.trim())) return null
    const value = toNumber(tight)
    return value === null ? null : { value, kind: 'number', text }
  }
  const unit = WITH_UNIT.exec(tight)
  if (unit?.[1] !== undefined) {
    const value = toNumber(unit[1])
    return value === null ? null : { value, kind: 'number', text }
  }
  const words = WITH_WORDS.exec(tight)
  if (words?.[1] !== undefined) {
    const value = toNumber(words[1])
    return value === null ? null : { value, kind: 'remark', text }
  }
  return null
}
