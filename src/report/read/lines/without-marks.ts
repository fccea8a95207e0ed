/** Bold words, wherever they stand. */
const BOLD = /\*\*/g
/** A figure alone in its cell, set as code, as mathematics or in italics. */
const MARKED_FIGURE = /(?<=^|[\s|])([*_`$]{1,2})(?=\s{0,3}[+-]?\d[\d,.]{0,18}\s{0,3}\1(?:[\s|]|$))(.*?)\1/g
/** A space that a converter wrote as a reference. */
const SPACE = /&(?:nbsp|ensp|emsp|#160|#xa0);/gi

/** The text with marks that only set off a figure or stand for a space blotted out; every character keeps its place. */
export function withoutMarks(normalised: string): string {
  if (!/[*_`$&]/.test(normalised)) return normalised
  return normalised
    .replace(BOLD, '  ')
    .replace(SPACE, (reference) => ' '.repeat(reference.length))
    .replace(MARKED_FIGURE, (_, mark: string, inner: string) => {
      const space = ' '.repeat(mark.length)
      return space + inner + space
    })
}
