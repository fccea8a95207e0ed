import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { valueOn } from '../../statute/dated.ts'
import { day } from '../../statute/day.ts'
import { feeScales } from '../../statute/fee-bands.ts'
import { processingFee } from './processing-fee.ts'

const scale = valueOn(feeScales, day('2026-01-01'))?.value ?? assert.fail('no scale')
const items = (count: number, already = 0) => processingFee(scale, { by: 'items', count, already })
const pages = (count: number) => processingFee(scale, { by: 'pages', count })

test('by item: ten are free, then each band of a month costs more', () => {
  const worked = [
    [0, 0],
    [10, 0],
    [11, 100],
    [30, 2000],
    [31, 2200],
    [35, 3000],
    [40, 4000],
    [45, 5500],
  ] as const
  for (const [count, yuan] of worked) assert.equal(items(count).yuan, yuan, `${count} items`)
})

test('by page: thirty are free, then each band costs more', () => {
  const worked = [
    [0, 0],
    [30, 0],
    [31, 10],
    [100, 700],
    [101, 720],
    [200, 2700],
    [201, 2740],
  ] as const
  for (const [count, yuan] of worked) assert.equal(pages(count).yuan, yuan, `${count} pages`)
})

test('the bands say what each share costs', () => {
  assert.deepEqual(items(5, 28).bands, [
    { from: 29, to: 30, count: 2, yuanEach: 100, yuan: 200 },
    { from: 31, to: 33, count: 3, yuanEach: 200, yuan: 600 },
  ])
})

test('items one after the other cost what they cost together', () => {
  fc.assert(
    fc.property(fc.nat(120), fc.nat(120), (first, second) => {
      assert.equal(items(first).yuan + items(second, first).yuan, items(first + second).yuan)
    }),
  )
})

test('no item is cheaper than the one before it', () => {
  fc.assert(fc.property(fc.nat(500), (already) => assert.ok(items(1, already).yuan <= items(1, already + 1).yuan)))
})

test('a count is a whole number that somebody can ask for', () => {
  for (const count of [-1, 1.5, Number.NaN, 100_001]) assert.throws(() => items(count), RangeError)
})

test('before 2021 there was no fee', () => {
  assert.equal(valueOn(feeScales, day('2020-12-31')), null)
})
