const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** The value of a Chinese numeral below ten thousand (十二, 一百零五, 两), or null when it is none. */
export function parseChineseNumber(text: string): number | null {
  if (text === '') return null
  let value = 0
  let pending: number | null = null
  for (const character of text) {
    const digit = DIGITS[character]
    const place = PLACES[character]
    if (digit !== undefined) {
      if (pending !== null && pending !== 0) return null
      pending = digit
    } else if (place !== undefined) {
      value += (pending === null || pending === 0 ? 1 : pending) * place
      pending = null
    } else return null
  }
  return value + (pending ?? 0)
}
