import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Gram, gramsBeginningWith } from '../../office/grams.ts'
import { gramsOfWord, placesOfWords } from './places-of-words.ts'
import { SegmentGrams } from './segment-grams.ts'

function segmentOf(texts: readonly string[]) {
  const grams = new SegmentGrams()
  for (const [ordinal, text] of texts.entries()) grams.add(ordinal, text)
  const postings = new Map<Gram, Uint8Array>([...grams.parts()].flat())
  return {
    cases: texts.length,
    of: (gram: Gram) => postings.get(gram),
    beginningWith(unit: string) {
      const [first, last] = gramsBeginningWith(unit)
      return [...postings].filter(([gram]) => gram >= first && gram <= last).map(([, bytes]) => bytes)
    },
  }
}

const letter = fc.constantFrom('甲', '乙', '丙', 'a')
const text = fc.array(letter, { maxLength: 40 }).map((letters) => letters.join(''))
const word = fc.array(letter, { minLength: 1, maxLength: 5 }).map((letters) => letters.join(''))

test('every case that has the words is found, in order, and none that lacks a pair of them', () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 60 }),
      fc.array(word, { minLength: 1, maxLength: 3 }),
      (texts, words) => {
        const found = placesOfWords(words, segmentOf(texts))
        assert.deepEqual(
          found,
          [...found].sort((a, b) => a - b),
        )
        const has = (one: string) => words.every((some) => one.includes(some))
        const pairs = (some: string) => Array.from({ length: some.length - 1 }, (_, at) => some.slice(at, at + 2))
        const hasPairs = (one: string) => words.every((some) => pairs(some).every((pair) => one.includes(pair)))
        for (const [ordinal, one] of texts.entries()) {
          if (has(one)) assert.ok(found.includes(ordinal), one)
          if (found.includes(ordinal)) assert.ok(hasPairs(one), one)
        }
      },
    ),
  )
})

test('pairs that do not stand as in the word are told apart', () => {
  assert.deepEqual(placesOfWords(['甲乙丙'], segmentOf(['乙丙丁甲乙', '某甲乙丙某', '乙丙甲乙'])), [1])
  assert.equal(gramsOfWord('甲乙丙').length, 2)
})
