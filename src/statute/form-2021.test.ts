import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  headings,
  proactiveBlocks,
  proactiveCells,
  remedyColumns,
  remedyGroups,
  requestColumns,
  requestRows,
} from './form-2021.ts'
import { resolveCitation } from './resolve-citation.ts'

test('the form has 10, 25 by 7 and 3 by 5 cells: 200', () => {
  const cells = proactiveCells.length + requestRows.length * requestColumns.length
  assert.equal(cells + remedyGroups.length * remedyColumns.length, 200)
})

test('the six headings carry their numbers in order', () => {
  assert.deepEqual(
    headings.map((heading) => heading.charAt(0)),
    ['一', '二', '三', '四', '五', '六'],
  )
})

test('a row of table one has as many cells as its block has columns', () => {
  for (const { columns, rows, article } of proactiveBlocks) {
    assert.ok(resolveCitation(article), article)
    for (const { label, cells } of rows) assert.equal(cells.length, columns.length, label)
  }
})

test('table two goes from inflow over outcomes and their total to outflow', () => {
  assert.deepEqual(
    [0, 1, 2, 23, 24].map((place) => requestRows[place]?.id),
    ['received', 'carriedIn', 'granted', 'total', 'carriedOut'],
  )
  for (const { articles } of requestRows) for (const one of articles) assert.ok(resolveCitation(one), one)
})
