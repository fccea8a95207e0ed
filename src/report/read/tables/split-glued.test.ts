import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { splitPlainly, splitWithTotal } from './split-glued.ts'

test('digits are cut where the total is the sum of the rest', () => {
  assert.deepEqual(splitWithTotal('500000050', 7, 6), [[50, 0, 0, 0, 0, 0, 50]])
  assert.deepEqual(splitWithTotal('11002', 5, 4), [[1, 1, 0, 0, 2]])
  assert.deepEqual(splitWithTotal('2626', 7, 6), [])
})

test('the row that was glued is always among the ways', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 400 }), { minLength: 6, maxLength: 6 }), (parts) => {
      const row = [...parts, parts.reduce((sum, part) => sum + part, 0)]
      const ways = splitWithTotal(row.join(''), 7, 6)
      return ways === null || ways.some((way) => way.join() === row.join())
    }),
  )
})

test('without a total two ways are not one', () => {
  assert.deepEqual(splitPlainly('308', 3), [[3, 0, 8]])
  assert.deepEqual(splitPlainly('0011', 3), [[0, 0, 11]])
  assert.equal(splitPlainly('1123', 3).length, 2)
})

test('hostile digits end the search', () => {
  const start = performance.now()
  assert.equal(splitWithTotal('1'.repeat(60), 7, 6), null)
  assert.ok(performance.now() - start < 1000)
})
