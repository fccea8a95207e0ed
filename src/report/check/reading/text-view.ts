import { simplified } from './simplified.ts'

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
/** All that `\s` has, and what has no width. */
const BLANKS =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff' +
  '\u200b\u200c\u200d\u200e\u200f\u2060'
/** A paragraph that opens with a number or a bullet of its own begins anew, whatever stands before. */
const OPENS_PARAGRAPH =
  /^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}(?:、|是)|\d{1,2}[.、．])/
const ENDS_PARAGRAPH = /[。！？；：.!?;:”）)]\s*$/

/** Ten times the longest section seen; what stands beyond is not judged. */
const LONGEST_SECTION = 200_000

/** The view of one section; `section` 0 is title and lead. */
export function viewText(section: number, source: string): TextView {
  let text = ''
  let units: number[] = []
  const origins: number[] = []
  const end = Math.min(source.length, LONGEST_SECTION)
  for (let at = 0; at < end; at++) {
    const breaks = source.charCodeAt(at) === LINE_FEED && breaksParagraph(source, at)
    const unit = breaks ? LINE_FEED : (NARROWED[source.charCodeAt(at)] ?? 0)
    if (unit === 0) continue
    units.push(unit)
    origins.push(at)
    if (units.length < MOST_AT_ONCE) continue
    text += String.fromCharCode(...units)
    units = []
  }
  text += String.fromCharCode(...units)
  return { section, source, ...withoutThousandsSeparators(text, origins) }
}

/** A call takes no more arguments than some ten thousand. */
const MOST_AT_ONCE = 4096

function withoutThousandsSeparators(text: string, origins: readonly number[]): Pick<TextView, 'text' | 'origins'> {
  if (!/\d，\d{3}/.test(text)) return { text, origins }
  const places = [...text.matchAll(/(?<=\d)，(?=\d{3})/g)]
    .map((match) => match.index)
    .filter((at) => isThousandsSeparator(text, at))
  if (places.length === 0) return { text, origins }
  const dropped = new Set(places)
  return {
    text: Array.from(text.split(''), (unit, at) => (dropped.has(at) ? '' : unit)).join(''),
    origins: origins.filter((_, at) => !dropped.has(at)),
  }
}

function breaksParagraph(source: string, at: number): boolean {
  const before = source.slice(Math.max(0, source.lastIndexOf('\n', at - 1) + 1), at)
  const after = source.slice(at + 1, at + 12)
  return before.trim() === '' || after.trim() === '' || ENDS_PARAGRAPH.test(before) || OPENS_PARAGRAPH.test(after)
}

/** What each UTF-16 unit becomes; 0 for white space, which goes. A table, since every character of a report is looked up. */
const NARROWED = new Uint16Array(0x10000)
for (let code = 0; code < NARROWED.length; code++) NARROWED[code] = code
for (const unit of BLANKS) NARROWED[unit.charCodeAt(0)] = 0
for (const [unit, narrow] of [...simplified, ...Object.entries(PUNCTUATION)]) {
  NARROWED[unit.charCodeAt(0)] = narrow.charCodeAt(0)
}
for (const unit of '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ') {
  NARROWED[unit.charCodeAt(0)] = unit.charCodeAt(0) - 0xfee0
}
const LINE_FEED = 0x0a

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
