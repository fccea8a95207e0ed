import { type Gram, gramAt } from '../../office/grams.ts'
import { addPlaces, type CasePlaces, keepPlaces, placesIn } from './postings.ts'

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
  let found: readonly number[] | null = null
  for (const word of words) {
    const { ordinals } = placesOfWord(word, segment)
    found = found === null ? ordinals : inBoth(found, ordinals)
    if (found.length === 0) break
  }
  return found ?? []
}

/** For each case that may have the word a bit for each place, modulo 16, where it may begin. Rare grams come first. */
function placesOfWord(word: string, { cases, of, beginningWith }: SegmentPostings): CasePlaces {
  if (word.length === 1) {
    const places = new Uint16Array(cases)
    for (const postings of beginningWith(word)) addPlaces(places, postings)
    return placesIn(places)
  }
  const grams = gramsOfWord(word)
    .map((gram, offset) => ({ postings: of(gram) ?? new Uint8Array(), offset }))
    .sort((a, b) => a.postings.length - b.postings.length)
  let kept: CasePlaces | null = null
  for (const { postings, offset } of grams) {
    kept = keepPlaces(kept, postings, offset)
    if (kept.ordinals.length === 0) break
  }
  return kept ?? { ordinals: [], places: [] }
}

/** What two ascending lists have in common. */
function inBoth(some: readonly number[], others: readonly number[]): readonly number[] {
  let at = 0
  return some.filter((ordinal) => {
    while ((others[at] ?? Number.POSITIVE_INFINITY) < ordinal) at++
    return others[at] === ordinal
  })
}

/** The grams inside a word of two units or more, from its beginning. */
export function gramsOfWord(word: string): readonly Gram[] {
  const count = Math.min(word.length - 1, lookedUpGrams)
  return Array.from({ length: count }, (_, place) => gramAt(word, place))
}
