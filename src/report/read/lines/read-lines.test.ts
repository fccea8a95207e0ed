import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toDocument } from '../../../../test/layouts/text-document.ts'
import { readLines } from './read-lines.ts'

const told = (...lines: string[]) =>
  readLines(toDocument([{ lines }])).map(({ tokens }) =>
    tokens.map(({ kind, text }) => (text === '' ? kind : text)).join(' '),
  )

test('where a pipe closes every cell a number without one is that of a page', () => {
  const cells = new Array(40).fill('0 |')
  assert.equal(told(...cells, '7', '规章 |').length, 41)
  assert.equal(told(...cells.slice(2), '7', '规章 |').length, 40)
})

test('a remark below its figure is joined to it, but not where two figures stand above', () => {
  assert.deepEqual(told('规章', '22', '（其中修订16件）', '完'), ['规章', '22（其中修订16件）', '完'])
  assert.deepEqual(told('规章', '3', '22', '（其中修订16件）', '完').slice(1, 3), ['3', '22'])
})

test('cells and pipes by turns: two pipes in a row enclose a blank', () => {
  const turns = ['规章', '|', '1', '|', '|', '3', '|', '许可', '|', '2', '|']
  assert.deepEqual(told(...turns), ['规章', '1', 'blank', '3', '许可', '2'])
})

test('a row as a program wrote it', () => {
  assert.deepEqual(told("'规章': [1, '', 3],", '完'), ['规章 1 blank 3', '完'])
})

test('blanks gathered at the end of a row, and shares in per cent, are no places', () => {
  assert.deepEqual(told('规章 | 1 | 2 | ||', '许可 | 1 | 2.5% |', '完'), ['规章 1 2 pad pad', '许可 1 pad', '完'])
})

test('ruled lines, marks of bold words and empty lines are gone', () => {
  assert.deepEqual(told('| --- | --- |', '', '**规章** **3**', '完'), ['规章 3', '完'])
})
