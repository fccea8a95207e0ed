import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillFresh, freshRandom } from './fresh-random.ts'

test('no two draws are alike, also where the pool is filled anew between them', () => {
  const draws = Array.from({ length: 10_000 }, () => freshRandom(32).toString('hex'))
  assert.equal(new Set(draws).size, draws.length)
  assert.ok(draws.every((hex) => hex !== '00'.repeat(32)))
})

test('only the bytes asked for are filled', () => {
  const filled = fillFresh(Buffer.alloc(40), 4, 32)
  assert.deepEqual([filled.subarray(0, 4), filled.subarray(36)], [Buffer.alloc(4), Buffer.alloc(4)])
  assert.notDeepEqual(filled.subarray(4, 36), Buffer.alloc(32))
})

test('more than the pool holds is refused rather than given short', () => {
  assert.throws(() => freshRandom(65_537), RangeError)
})
