import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cite } from './citation.ts'
import { type Dated, valueOn } from './dated.ts'
import { day } from './day.ts'

const dated = <T>(value: T, from: string, until?: string): Dated<T> => ({
  value,
  from: day(from),
  ...(until ? { until: day(until) } : {}),
  citation: cite('条例33¶2'),
  sureness: 'verified',
  checkedOn: day('2026-11-22'),
})

const limits = [dated(15, '2008-05-01', '2019-05-14'), dated(20, '2019-05-15')]

test('an old case gets the value of its own day', () => {
  assert.equal(valueOn(limits, day('2019-05-14'))?.value, 15)
  assert.equal(valueOn(limits, day('2019-05-15'))?.value, 20)
})

test('a day before every value has none, and gets no default', () => {
  assert.equal(valueOn(limits, day('2008-04-30')), null)
})

test('two values on one day are an error in the data', () => {
  assert.throws(() => valueOn([...limits, dated(25, '2024-01-01')], day('2024-01-01')), RangeError)
})
