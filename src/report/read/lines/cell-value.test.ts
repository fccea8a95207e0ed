import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseValue } from './cell-value.ts'
import { normalise } from './normalise.ts'

const read = (text: string) => parseValue(normalise(text), text)

test('numbers, also full-width, with thousands, decimals, sign and unit', () => {
  for (const [text, value] of [
    ['0', 0],
    ['１２', 12],
    ['1,234', 1234],
    ['59237.2449', 59237.2449],
    ['-3', -3],
    ['5件', 5],
    ['12.5万元', 12.5],
  ] as const) {
    assert.deepEqual(read(text), { value, kind: 'number', text })
  }
})

test('a number with words is a remark and keeps its text', () => {
  assert.deepEqual(read('22（其中修订16件）'), { value: 22, kind: 'remark', text: '22（其中修订16件）' })
  assert.deepEqual(read('22 \n（其中修订 16 件）'), { value: 22, kind: 'remark', text: '22（其中修订16件）' })
})

test('a dash, a stroke and 无 are marks for none', () => {
  for (const text of ['/', '-', '—', '——', '无', '／']) assert.equal(read(text)?.kind, 'none', text)
})

test('what is no number is not made one', () => {
  for (const text of [
    'O',
    'l',
    '〇',
    '007',
    '1 2',
    '1.035.000',
    '1,23',
    '减3',
    '1035000元',
    '2025年',
    '',
    '99999999999999999',
  ]) {
    assert.equal(read(text), null, text)
  }
})
