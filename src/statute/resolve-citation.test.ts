import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCitation } from './citation.ts'
import { instruments } from './instruments.ts'
import { resolveCitation } from './resolve-citation.ts'

test('the parts of a citation are instrument, article, paragraph and item', () => {
  assert.deepEqual(parseCitation('条例36(1)'), { instrument: '条例', article: 36, paragraph: null, item: 1 })
  assert.deepEqual(parseCitation('条例16¶2'), { instrument: '条例', article: 16, paragraph: 2, item: null })
  assert.deepEqual(parseCitation('109号4'), { instrument: '109号', article: 4, paragraph: null, item: null })
  assert.deepEqual(parseCitation('行政复议法23¶1(4)'), {
    instrument: '行政复议法',
    article: 23,
    paragraph: 1,
    item: 4,
  })
  assert.deepEqual(parseCitation('法释〔2025〕8号1(2)'), {
    instrument: '法释〔2025〕8号',
    article: 1,
    paragraph: null,
    item: 2,
  })
})

test('a whole instrument is cited without an article', () => {
  assert.equal(parseCitation('30号')?.article, 0)
  assert.equal(resolveCitation('30号')?.article, null)
  assert.equal(resolveCitation('国办公开办函〔2021〕30号')?.instrument, resolveCitation('30号')?.instrument)
})

for (const text of [
  '',
  '36(1)',
  '条例36（1）',
  '条例 36',
  '条例36(0)',
  '条例036',
  '条例36(1)¶2',
  '第三十六条',
  '法36',
]) {
  test(`"${text}" does not follow the grammar`, () => assert.equal(parseCitation(text), null))
}

for (const text of ['条例57', '条例36(8)', '条例16¶3', '条例16(1)', '109号99', '31号', '某某法4']) {
  test(`${text} resolves to nothing, for the law has no such place`, () => assert.equal(resolveCitation(text), null))
}

test('the Regulation has 56 articles in order', () => {
  const articles = instruments[0]?.articles ?? []
  assert.deepEqual(
    articles.map(({ number }) => number),
    Array.from({ length: 56 }, (_, index) => index + 1),
  )
  assert.equal(resolveCitation('条例20(15)')?.article?.number, 20)
})

test('no name stands for two instruments, and each follows the grammar', () => {
  const names = instruments.flatMap(({ citedAs }) => citedAs)
  assert.equal(new Set(names).size, names.length)
  for (const name of names) assert.deepEqual(parseCitation(name)?.instrument, name)
})
