import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, day, daysBetween, makeDay, parseDay, weekday, yearOf, yearSpan } from './day.ts'

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(day('1990-01-01'), days))

test('a day is written YYYY-MM-DD and exists', () => {
  assert.equal(parseDay('2024-02-29'), '2024-02-29')
  for (const text of ['2025-02-29', '2025-13-01', '2025-1-1', '2025-01-01T00:00', ' 2025-01-01', '']) {
    assert.equal(parseDay(text), null, text)
  }
  assert.equal(makeDay(2025, 4, 31), null)
  assert.throws(() => day('2025-02-30'), RangeError)
})

test('moving by days and counting days are each other’s inverse', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (from, days) => {
      assert.equal(daysBetween(from, addDays(from, days)), days)
    }),
  )
})

test('days compare as text in the order of the calendar', () => {
  fc.assert(fc.property(anyDay, anyDay, (a, b) => assert.equal(a < b, daysBetween(a, b) > 0)))
})

test('weekdays go from 0 on Sunday to 6 on Saturday', () => {
  assert.equal(weekday(day('2026-11-22')), 0)
  assert.equal(weekday(day('2026-02-28')), 6)
})

test('the span of a report is the calendar year', () => {
  assert.deepEqual(yearSpan(2024), { first: '2024-01-01', last: '2024-12-31' })
  assert.equal(yearOf(day('2024-12-31')), 2024)
})
