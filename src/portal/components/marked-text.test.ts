import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '../html.ts'
import { placeFindings } from '../place-findings.ts'
import { makeView } from '../view.ts'
import { excerpt, markedText } from './marked-text.ts'

const view = makeView('zh-CN', 'f1')
const at = (...ranges: readonly string[]) =>
  placeFindings(
    ranges.map((where) => ({ rule: 'usage', severity: 'warning', state: 'fails', where, message: '' }) as const),
  )

/** The markup with marks written as `[words]` and links as their number. */
function drawn(text: string, ...ranges: readonly string[]): string {
  return html`${markedText(view, text, at(...ranges))}`.markup
    .replace(/<a [^>]*><span[^>]*>[^<]*<\/span>(\d+)<\/a>/g, '#$1')
    .replace(/<mark[^>]*>/g, '[')
    .replace(/<\/mark>/g, ']')
}

test('a range is marked and its number stands behind it', () => {
  assert.equal(drawn('截止年底', 'text[1]@0-2'), '<p>[截止]#1年底</p>')
})

test('ranges may overlap, touch and nest', () => {
  assert.equal(drawn('甲乙丙丁', 'text[1]@0-2', 'text[1]@1-3'), '<p>[甲][乙]#1[丙]#2丁</p>')
  assert.equal(drawn('甲乙丙丁', 'text[1]@0-2', 'text[1]@2-4'), '<p>[甲乙]#1[丙丁]#2</p>')
})

test('a range over several paragraphs is marked in each and numbered once, at its end', () => {
  assert.equal(drawn('甲乙\n丙丁', 'text[1]@1-4'), '<p>甲[乙]</p><p>[丙]#1丁</p>')
})

test('a range that ends on the line break, or beyond the text, is numbered in its last line', () => {
  assert.equal(drawn('甲乙\n丙', 'text[1]@1-3').includes('#1'), true)
  assert.equal(drawn('甲乙', 'text[1]@1-99'), '<p>甲[乙]#1</p>')
})

test('every number stands exactly once, wherever the ranges lie', () => {
  const text = '甲乙\n\n丙丁戊\n己'
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 1; end <= text.length; end++) {
      const count = drawn(text, `text[1]@${start}-${end}`).split('#1').length - 1
      assert.equal(count, 1, `${start}-${end}`)
    }
  }
})

test('text from the file is escaped', () => {
  assert.match(drawn('<b>&', 'text[1]@0-1'), /^<p>\[&lt;\]#1b&gt;&amp;<\/p>$/)
})

test('an excerpt of the file shows the words around the range', () => {
  const [finding] = at('@30-32')
  assert.ok(finding)
  assert.match(
    html`${excerpt(view, `${'前'.repeat(30)}残留${'后'.repeat(40)}`, finding)}`.markup,
    /^<p>…前{24}<mark[^>]*>残留<\/mark>.*后{24}…<\/p>$/,
  )
})
