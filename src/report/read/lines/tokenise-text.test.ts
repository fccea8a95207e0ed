import assert from 'node:assert/strict'
import { test } from 'node:test'
import { normalise } from './normalise.ts'
import { tokeniseText } from './tokenise-text.ts'

const told = (text: string) => tokeniseText(normalise(text), text).map((token) => `${token.kind} ${token.text}`)

test('labels and numbers are cut apart, also where they are glued', () => {
  assert.deepEqual(told('规章000'), ['text 规章', 'value 000'])
  assert.deepEqual(told('1.属于国家秘密0000000'), ['text 1.属于国家秘密', 'value 0000000'])
  assert.deepEqual(told('二、上年结转 3 0'), ['text 二、上年结转', 'value 3', 'value 0'])
})

test('the digit before a point and a word is the number of that label', () => {
  assert.deepEqual(told('0000000二、上年结转'), ['value 0000000', 'text 二、上年结转'])
  assert.deepEqual(told('02.重复申请'), ['value 0', 'text 2.重复申请'])
})

test('a remark stays with its number, and 无 before words is a word', () => {
  assert.deepEqual(told('规章 3 22 （其中修订 16 件） 5'), [
    'text 规章',
    'value 3',
    'value 22 （其中修订 16 件）',
    'value 5',
  ])
  assert.deepEqual(told('无 法 提 供'), ['text 无', 'text 法', 'text 提', 'text 供'])
})

test('units apart, runs of units and marks for none are values of their own', () => {
  assert.deepEqual(
    told('重复申请：12 件 0 件'),
    ['text 重复申请：', 'value 12 件', 'value 0 件'].map((one) => one.replace('：', ':')),
  )
  assert.deepEqual(told('规章3件0件5件'), ['text 规章', 'value 3件', 'value 0件', 'value 5件'])
  assert.deepEqual(told('行政强制/'), ['text 行政强制', 'value /'])
  assert.deepEqual(told('结果维持213，结果纠正4').slice(0, 2), ['text 结果维持', 'value 213'])
})

test('a letter for nought holds the place of a figure and is none', () => {
  const kinds = tokeniseText('规章  O  1O  〇  3  OK', '规章  O  1O  〇  3  OK').map((token) =>
    token.kind === 'value' ? token.cell.kind : token.kind,
  )
  assert.deepEqual(kinds, ['text', 'unreadable', 'unreadable', 'unreadable', 'number', 'text'])
})
