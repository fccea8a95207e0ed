import { type Gram, gramAt } from '../../office/grams.ts'

/**
 * What the index of published items holds for each item: two characters side by side, and marks for what an item is filtered
 * by. Marks lie where characters for private use would, so that one index serves both; that two marks or
 * a mark and a pair meet in one number costs a look at a text and never a result.
 */

/** What an item is filtered by, and what it is called as a whole. */
export type MarkKind = 'agency' | 'item' | 'theme' | 'genre' | 'validity' | 'title' | 'number'

const firstMark = 0xe000_0000
const marks = 0x1800_0000

export function markOf(kind: MarkKind, value: string | number): Gram {
  let hash = 0x811c_9dc5
  for (const character of `${kind}:${value}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x0100_0193)
  return toMark(hash)
}

/** Pairs of a folded text. Words have no blanks in them, so that no pair has. */
export function textGrams(text: string, into: Set<Gram>): void {
  for (let at = 0; at + 1 < text.length; at++)
    if (text.charCodeAt(at) !== blank && text.charCodeAt(at + 1) !== blank) into.add(gramAt(text, at))
}

/** Pairs of a folded title, so that a word of titles is not looked for in all texts. */
export function titleGrams(title: string, into: Set<Gram>): void {
  for (let at = 0; at + 1 < title.length; at++) into.add(titleGram(gramAt(title, at)))
}

/** What an item must have to have a folded word in its text. One character has no pair: such items are met along the list. */
export function wordGrams(word: string): readonly Gram[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => gramAt(word, at))
}

/** What an item must have to have a folded word in its title. */
export function titleWordGrams(word: string): readonly Gram[] {
  return wordGrams(word).map(titleGram)
}

const blank = 0x20

function titleGram(gram: Gram): Gram {
  return toMark(Math.imul(gram ^ 0x5bd1_e995, 0x9e37_79b1))
}

function toMark(hash: number): Gram {
  return (firstMark + ((hash >>> 0) % marks)) | 0
}
