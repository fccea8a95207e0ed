import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type Day, parseDay } from '../../statute/day.ts'
import { closedAtLatest, keptUntil, retentions, yearsOf } from './kept-until.ts'

const day = (text: string): Day => parseDay(text) ?? assert.fail(text)

test('a volume is kept for whole years after the year in which it was closed', () => {
  assert.equal(keptUntil(day('2026-01-02'), 10), '2036-12-31')
  assert.equal(keptUntil(day('2026-12-31'), 30), '2056-12-31')
  assert.equal(keptUntil(day('2026-12-31'), null), null)
})

test('what was closed by a day need no longer be kept exactly when its last day is over', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 0, max: 20_000 }),
      fc.constantFrom(...retentions),
      (closed, later, retention) => {
        const closedOn = addDays(day('2008-05-01'), closed)
        const today = addDays(closedOn, later)
        const until = keptUntil(closedOn, yearsOf(retention))
        const latest = closedAtLatest(today, yearsOf(retention))
        assert.equal(latest !== null && closedOn <= latest, until !== null && until < today)
      },
    ),
  )
})
