/**
 * A gram is two UTF-16 units that stand side by side, as a signed integer of 32 bits. The last unit of a text stands beside
 * nothing, so that every unit begins one gram.
 */
export type Gram = number

/** The gram that begins at a place of a text. */
export function gramAt(text: string, place: number): Gram {
  return (text.charCodeAt(place) << 16) | (place + 1 < text.length ? text.charCodeAt(place + 1) : 0)
}

/** First and last of the grams that begin with the only unit of a word. */
export function gramsBeginningWith(unit: string): readonly [Gram, Gram] {
  const first = unit.charCodeAt(0) << 16
  return [first, first | 0xffff]
}
