/** The marks of headings in official documents (GB/T 9704-2012): 一、 （一） 1. （1）. */
const marks = [
  /^[一二三四五六七八九十百]+、/,
  /^[（(][一二三四五六七八九十百]+[）)]/,
  /^\d{1,3}[.．](?!\d)/,
  /^[（(]\d{1,3}[）)]/,
] as const

/** A longer line that begins like a heading is a paragraph whose first sentence is one. */
const longest = 40

export type HeadingLevel = 1 | 2 | 3 | 4

/** The level that the mark at the beginning of a line tells, whether or not the line is a heading; null where there is none. */
export function markedLevel(line: string): HeadingLevel | null {
  const at = marks.findIndex((mark) => mark.test(line))
  return at < 0 ? null : ((at + 1) as HeadingLevel)
}

/** The level of a plain line that is a heading by its mark alone: 1. and （1） begin items as often as headings. */
export function plainHeadingLevel(line: string): 1 | 2 | null {
  if (line.length > longest || /[。；：，]$/.test(line)) return null
  const level = markedLevel(line)
  return level === 1 || level === 2 ? level : null
}
