import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toDocument } from '../../../../test/layouts/text-document.ts'
import { readLines } from './read-lines.ts'

const lastKind = (...lines: string[]) => {
  const token = readLines(toDocument([{ lines }]))
    .at(-1)
    ?.tokens.at(-1)
  return token?.kind === 'value' ? token.cell.kind : token?.kind
}

test('the figure that a file ends with may be the beginning of a longer one', () => {
  assert.equal(lastKind('行政许可 1'), 'unreadable')
  assert.equal(lastKind('行政许可', '1'), 'unreadable')
  assert.equal(lastKind('规章 | 2 | 0 | 1'), 'unreadable')
  assert.equal(lastKind('规章1'), 'unreadable')
})

test('nothing can follow 0 but in money, nor a closed cell, nor a sum that holds', () => {
  assert.equal(lastKind('行政许可 0'), 'number')
  assert.equal(lastKind('行政事业性收费 0'), 'unreadable')
  assert.equal(lastKind('规章 | 2 | 0 | 1 |'), 'number')
  assert.equal(lastKind('（七）总计 9 2 0 0 1 0 12'), 'number')
  assert.equal(lastKind('（七）总计 9 2 0 0 1 0 1'), 'unreadable')
  assert.equal(lastKind('1 0 0 2 3 0 0 0 0 0 4 0 1 0 5'), 'number')
})

test('a blank place at the very end may have held a figure', () => {
  assert.equal(lastKind('（七）总计\t9\t2\t'), 'unreadable')
})
