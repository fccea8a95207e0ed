import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layoutParagraph, layoutParagraphs } from './layout-paragraph.ts'

test('the number of a paragraph tells its level, in half-width and full-width signs', () => {
  const levels = ['七、附件', '（一）概况', '(一)概况', '1.概况', '1．概况', '2、概况', '（1）概况', '(12)概况', '概况']
  assert.deepEqual(
    levels.map((text) => layoutParagraph(text).level),
    ['section', 'part', 'part', 'item', 'item', 'item', 'subItem', 'subItem', 'body'],
  )
})

test('a decimal or a date is not a number of a paragraph', () => {
  for (const text of ['1.5万件申请', '2024年12月31日', '3家单位'])
    assert.equal(layoutParagraph(text).level, 'body', text)
})

test('the first short sentence of a numbered paragraph is its heading', () => {
  assert.partialDeepStrictEqual(layoutParagraph('（一）主动公开。全年发布信息12条。'), {
    heading: '（一）主动公开。',
    rest: '全年发布信息12条。',
    keepWithNext: false,
  })
})

test('a numbered line without an end mark is a heading alone and stays with what follows', () => {
  assert.partialDeepStrictEqual(layoutParagraph('（二）改进措施'), { rest: '', keepWithNext: true })
})

test('a long first sentence is no heading', () => {
  const text = `（一）${'公开'.repeat(30)}。`
  assert.partialDeepStrictEqual(layoutParagraph(text), { heading: '', rest: text, keepWithNext: false })
})

test('empty lines are dropped, nothing else', () => {
  assert.deepEqual(
    layoutParagraphs('一段\n\n  \n二段').map((one) => one.rest),
    ['一段', '二段'],
  )
})
