import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isCovered } from './coverage.ts'
import { day } from './day.ts'

test('a request received before 15 May 2019 is not covered', () => {
  assert.equal(isCovered(day('2019-05-14')), false)
  assert.equal(isCovered(day('2019-05-15')), true)
})
