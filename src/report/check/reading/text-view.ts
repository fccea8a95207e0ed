import { simplifiedOf } from './simplified.ts'

/**
 * A section's prose as rules want to read it: without white space and thousands separators, half-width digits and
 * letters, full-width punctuation, simplified characters. Line breaks inside a sentence are gone, those between
 * paragraphs stay as `\n`. Every place leads back to the source.
 */
export type TextView = {
  readonly section: number
  readonly source: string
  readonly text: string
  /** For each unit of `text` the place of its origin in `source`. */
  readonly origins: readonly number[]
}

const PUNCTUATION: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
  '％': '%',
  '﹪': '%',
  '．': '.',
}
const BLANK = /[\s\u00a0\u200b-\u200f\u2060\ufeff\u3000]/
/** A paragraph that opens with a number or a bullet of its own begins anew, whatever stands before. */
const OPENS_PARAGRAPH =
  /^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}(?:、|是)|\d{1,2}[.、．])/
const ENDS_PARAGRAPH = /[。！？；：.!?;:”）)]\s*$/

/** Ten times the longest section seen; what stands beyond is not judged. */
const LONGEST_SECTION = 200_000

/** The view of one section; `section` 0 is title and lead. */
export function viewText(section: number, source: string): TextView {
  const units: string[] = []
  const origins: number[] = []
  for (let at = 0; at < Math.min(source.length, LONGEST_SECTION); at++) {
    const unit = source.charAt(at)
    if (unit === '\n' && breaksParagraph(source, at)) push('\n', at)
    else if (!BLANK.test(unit)) push(narrow(unit), at)
  }
  const joined = units.join('')
  const kept: number[] = []
  let text = ''
  for (let at = 0; at < joined.length; at++) {
    if (isThousandsSeparator(joined, at)) continue
    text += joined.charAt(at)
    kept.push(origins[at] ?? 0)
  }
  return { section, source, text, origins: kept }

  function push(unit: string, origin: number): void {
    units.push(unit)
    origins.push(origin)
  }
}

function breaksParagraph(source: string, at: number): boolean {
  const before = source.slice(Math.max(0, source.lastIndexOf('\n', at - 1) + 1), at)
  const after = source.slice(at + 1, at + 12)
  return before.trim() === '' || after.trim() === '' || ENDS_PARAGRAPH.test(before) || OPENS_PARAGRAPH.test(after)
}

function narrow(unit: string): string {
  const code = unit.charCodeAt(0)
  const isWideAlphanumeric =
    (code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a)
  if (isWideAlphanumeric) return String.fromCharCode(code - 0xfee0)
  return PUNCTUATION[unit] ?? simplifiedOf(unit)
}

const isDigit = (unit: string) => unit >= '0' && unit <= '9'

/** The comma of 1,234 and not that of a list 12，345件. */
function isThousandsSeparator(text: string, at: number): boolean {
  if (text.charAt(at) !== '，' || !isDigit(text.charAt(at - 1))) return false
  const group = text.slice(at + 1, at + 4)
  return (
    /^\d{3}$/.test(group) &&
    !isDigit(text.charAt(at + 4)) &&
    /(?<!\d)\d{1,3}(?:，\d{3})*$/.test(text.slice(Math.max(0, at - 16), at))
  )
}

/** `text[3]@10-14` for the units `start` to `end` of a view. */
export function whereIn(view: TextView, start: number, end: number): string {
  const { from, to } = sourceRange(view, start, end)
  return `text[${view.section}]@${from}-${to}`
}

/** The words of the source that the units `start` to `end` of a view came from. */
export function sourceWords(view: TextView, start: number, end: number): string {
  const { from, to } = sourceRange(view, start, end)
  return view.source.slice(from, to)
}

function sourceRange(view: TextView, start: number, end: number): { from: number; to: number } {
  const from = view.origins[start] ?? view.source.length
  const to = end > start ? (view.origins[end - 1] ?? view.source.length - 1) + 1 : from
  return { from, to }
}
