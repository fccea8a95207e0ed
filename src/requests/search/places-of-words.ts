import { type Gram, gramAt } from './grams.ts'
import { addPlaces } from './postings.ts'

/** The postings of a segment: of one gram, and of all that begin with one unit. */
export type SegmentPostings = {
  readonly cases: number
  readonly of: (gram: Gram) => Uint8Array | undefined
  readonly beginningWith: (unit: string) => readonly Uint8Array[]
}

/** Grams of a word that are looked up; the text has the last say in any case. */
const lookedUpGrams = 16

/**
 * The cases of a segment that may have all the words, in ascending order: every case that has them, and few others. Words
 * are folded and not empty.
 */
export function placesOfWords(words: readonly string[], segment: SegmentPostings): readonly number[] {
  const [first, ...others] = words.map((word) => placesOfWord(word, segment))
  if (!first) return []
  const found: number[] = []
  for (let ordinal = 0; ordinal < segment.cases; ordinal++)
    if (first[ordinal] && others.every((places) => places[ordinal])) found.push(ordinal)
  return found
}

/** For each case a bit for each place, modulo 16, where the word may begin. */
function placesOfWord(word: string, { cases, of, beginningWith }: SegmentPostings): Uint16Array {
  const places = new Uint16Array(cases)
  if (word.length === 1) {
    for (const postings of beginningWith(word)) addPlaces(places, postings, 0)
    return places
  }
  const grams = gramsOfWord(word).map((gram) => of(gram))
  if (grams.includes(undefined)) return places
  for (const [offset, postings = new Uint8Array()] of grams.entries()) {
    if (offset === 0) {
      addPlaces(places, postings, 0)
      continue
    }
    const next = new Uint16Array(cases)
    addPlaces(next, postings, offset)
    for (let ordinal = 0; ordinal < cases; ordinal++) places[ordinal] = (places[ordinal] ?? 0) & (next[ordinal] ?? 0)
  }
  return places
}

/** The grams inside a word of two units or more, from its beginning. */
export function gramsOfWord(word: string): readonly Gram[] {
  const count = Math.min(word.length - 1, lookedUpGrams)
  return Array.from({ length: count }, (_, place) => gramAt(word, place))
}
