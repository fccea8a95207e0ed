import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HeadingLevel } from './heading-level.ts'
import { skippedHeadings } from './skipped-headings.ts'
import { skippedHeadingInWords } from './words/skipped-heading-words.ts'

const body = (...levels: HeadingLevel[]) =>
  levels.flatMap((level, at) => [
    { type: 'heading', level, runs: [{ text: `第${at}` }, { text: '个' }] } as const,
    { type: 'paragraph', runs: [{ text: '文字' }] } as const,
  ])
const found = (...levels: HeadingLevel[]) =>
  skippedHeadings(body(...levels)).map(({ text, after }) => `${text} ${after}`)

test('a heading more than one level below the one before it is told, and going back up never is', () => {
  assert.deepEqual(found(1, 2, 3, 4, 1, 2, 2), [])
  assert.deepEqual(found(1, 3, 4, 1, 4), ['第1个 1', '第4个 1'])
  assert.deepEqual(skippedHeadings(null), [])
})

test('a text begins with a heading of the first level', () => {
  assert.deepEqual(found(2, 3), ['第0个 0'])
})

test('it is told in words, long headings cut', () => {
  const [first, second] = skippedHeadings(body(1, 3, 1, 4))
  assert.ok(first && second)
  assert.equal(skippedHeadingInWords(first, 'zh-CN'), '“第1个”是三级标题，前一个标题是一级，中间缺二级标题')
  assert.match(
    skippedHeadingInWords({ ...second, text: '长'.repeat(40) }, 'zh-CN'),
    /^“长{20}…”是四级标题.*缺二级、三级标题/,
  )
  assert.match(skippedHeadingInWords({ ...first, after: 0 }, 'en'), /first heading/)
})
