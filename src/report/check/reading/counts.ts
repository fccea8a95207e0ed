import { parseChineseNumber } from './chinese-number.ts'

/** A number with its unit, told in words or digits. `start` and `end` count in the text given. */
export type Count = {
  readonly value: number
  readonly unit: string
  readonly start: number
  readonly end: number
  /** False for 近20件, 18万余条: never held against a figure. */
  readonly exact: boolean
}

/** A number as source of a pattern: digits, or a Chinese numeral. */
export const NUMBER_SOURCE = '(?:\\d+(?:\\.\\d+)?|[零〇一二两三四五六七八九十百千]+)'
/** Units in which requests and cases are counted. */
export const CASE_UNIT_SOURCE = '(?:件次|件|宗|起|份|例|封|条)'

const COUNT = new RegExp(
  `(近|约|超过?|逾|大约|将近|不少于|至少)?(${NUMBER_SOURCE})(多|余|来)?([万亿千百])?(多|余)?(件次|人次|条次|场次|万元|件|条|份|宗|起|例|封|项|期|篇|次|场|个|家|元|部|幅|册|%|名|人)`,
  'g',
)
/** 每一件, 第一条, 任何一件 are no counts. */
const NO_COUNT = /(?:每|第|任何|某|逐|同|首|另)$/
const SCALES: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }

/** Every count of `text`, which must be that of a view (half-width digits, no white space). */
export function countsIn(text: string): readonly Count[] {
  return [...text.matchAll(COUNT)].flatMap((match) => {
    const [whole, about, number = '', more, scale, moreAfter, unit = ''] = match
    const value = valueOfNumber(number)
    const before = text.slice(Math.max(0, match.index - 2), match.index)
    if (value === null || NO_COUNT.test(before) || /[\d.]$/.test(before)) return []
    const exact = !about && !more && !moreAfter
    const start = match.index + (about?.length ?? 0)
    return [{ value: value * (scale ? (SCALES[scale] ?? 1) : 1), unit, start, end: match.index + whole.length, exact }]
  })
}

/** The value of digits or of a Chinese numeral, or null. */
export function valueOfNumber(text: string): number | null {
  return /^\d/.test(text) ? Number(text) : parseChineseNumber(text)
}
