import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseChineseNumber } from './chinese-number.ts'
import { countsIn } from './counts.ts'
import { sourceWords, viewText, whereIn } from './text-view.ts'

test('white space, line breaks of the printer and widths are gone, paragraphs stay', () => {
  assert.equal(viewText(1, '全年收\n到 １,２３４ 件。\n（二）依申請公開').text, '全年收到1234件。\n（二）依申请公开')
  assert.equal(viewText(1, '第12,345条、1,2').text, '第12345条、1，2')
})

test('every place of a view leads back to its source', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('公', '开', ' ', '\n', '１', ',', '2', '，', '請', '\u3000') }),
      (source) => {
        const view = viewText(3, source)
        assert.equal(view.text.length, view.origins.length)
        for (let at = 0; at < view.text.length; at++) {
          assert.equal(viewText(0, sourceWords(view, at, at + 1)).text.length <= 1, true)
          assert.equal(whereIn(view, at, at + 1), `text[3]@${view.origins[at]}-${(view.origins[at] ?? 0) + 1}`)
        }
      },
    ),
  )
})

test('Chinese numerals', () => {
  const values = { 零: 0, 两: 2, 十: 10, 十二: 12, 二十: 20, 一百零五: 105, 三千六百零七: 3607 }
  for (const [text, value] of Object.entries(values)) assert.equal(parseChineseNumber(text), value, text)
  assert.equal(parseChineseNumber('三五'), null)
  assert.equal(parseChineseNumber(''), null)
})

test('counts know their unit, their scale and whether they are exact', () => {
  const told = (text: string) => countsIn(text).map(({ value, unit, exact }) => [value, unit, exact])
  assert.deepEqual(told('两件，十二件，3607件，18万余条，近20次，12.5%'), [
    [2, '件', true],
    [12, '件', true],
    [3607, '件', true],
    [180_000, '条', false],
    [20, '次', false],
    [12.5, '%', true],
  ])
  assert.deepEqual(told('每一件、第一条、任何一项'), [])
})
