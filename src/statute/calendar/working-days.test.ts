import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type Day, day, yearOf } from '../day.ts'
import { isWorkingDay, withLayer } from './calendar.ts'
import { holidayNotices, nationalCalendar, nationalCalendarKnownOn } from './national-calendar.ts'
import { addWorkingDays, workingDaysBetween } from './working-days.ts'

const anyDay = fc.integer({ min: 0, max: 8 * 365 }).map((days) => addDays(day('2019-01-01'), days))

test('20 working days from 10 February 2026 end on 16 March, across 春节 and a worked Saturday', () => {
  assert.deepEqual(addWorkingDays(nationalCalendar, day('2026-02-10'), 20), { on: '2026-03-16', provisional: false })
})

test('20 working days from 26 January 2026 end on a worked Saturday', () => {
  assert.deepEqual(addWorkingDays(nationalCalendar, day('2026-01-26'), 20), { on: '2026-02-28', provisional: false })
})

test('a day of December may come from the notice of the next year', () => {
  assert.equal(isWorkingDay(nationalCalendar, day('2018-12-29')), true, 'a worked Saturday')
  assert.equal(isWorkingDay(nationalCalendar, day('2018-12-31')), false, 'a Monday off')
  assert.equal(isWorkingDay(nationalCalendar, day('2022-12-31')), false)
})

test('the January 2020 notice turned a worked Saturday into a day off', () => {
  const before = nationalCalendarKnownOn(day('2020-01-26'))
  const after = nationalCalendarKnownOn(day('2020-01-27'))
  assert.equal(isWorkingDay(before, day('2020-02-01')), true)
  assert.equal(isWorkingDay(after, day('2020-02-01')), false)
  assert.equal(isWorkingDay(before, day('2020-01-31')), true)
  assert.equal(isWorkingDay(after, day('2020-01-31')), false)
  assert.equal(isWorkingDay(after, day('2020-02-03')), true)
  assert.equal(isWorkingDay(after, day('2020-04-06')), false, 'what the second notice does not name stays')
})

test('the March 2019 notice made 劳动节 longer', () => {
  assert.equal(isWorkingDay(nationalCalendarKnownOn(day('2019-03-21')), day('2019-05-02')), true)
  assert.equal(isWorkingDay(nationalCalendarKnownOn(day('2019-03-22')), day('2019-05-02')), false)
  assert.equal(isWorkingDay(nationalCalendarKnownOn(day('2019-03-22')), day('2019-05-05')), true)
})

test('a count into a year without a notice goes by weekends and is provisional', () => {
  const counted = addWorkingDays(nationalCalendar, day('2026-12-16'), 20)
  assert.deepEqual(counted, { on: '2027-01-13', provisional: true })
})

test('25 to 31 December are provisional until the next year’s notice is known, 24 December is not', () => {
  assert.equal(addWorkingDays(nationalCalendar, day('2026-12-23'), 1).provisional, false)
  assert.equal(addWorkingDays(nationalCalendar, day('2026-12-24'), 1).provisional, true)
  assert.equal(addWorkingDays(nationalCalendar, day('2025-12-24'), 1).provisional, false)
  const asOfOctober = nationalCalendarKnownOn(day('2025-10-31'))
  assert.equal(addWorkingDays(asOfOctober, day('2025-12-24'), 1).provisional, true)
})

test('a count that starts on 31 December reaches only the new year', () => {
  assert.equal(addWorkingDays(nationalCalendar, day('2018-12-31'), 1).provisional, false)
  assert.equal(addWorkingDays(nationalCalendar, day('2018-12-30'), 1).provisional, true)
})

test('a regional layer wins over the national calendar', () => {
  const layer = {
    name: 'a county with a festival',
    off: [day('2026-07-24'), day('2026-02-28')],
    work: [day('2026-07-25')],
    source: 'a local notice',
  }
  const calendar = withLayer(nationalCalendar, layer)
  assert.equal(isWorkingDay(nationalCalendar, day('2026-07-24')), true)
  assert.equal(isWorkingDay(calendar, day('2026-07-24')), false)
  assert.equal(isWorkingDay(calendar, day('2026-07-25')), true)
  assert.equal(isWorkingDay(calendar, day('2026-02-28')), false)
  assert.throws(() => withLayer(nationalCalendar, { ...layer, work: layer.off }), RangeError)
})

test('what was added counts back to the same number', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (from, count) => {
      const { on } = addWorkingDays(nationalCalendar, from, count)
      assert.equal(workingDaysBetween(nationalCalendar, from, on), count)
      assert.equal(workingDaysBetween(nationalCalendar, on, from), -count || 0)
    }),
  )
})

test('a period never ends on a day of rest', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
      const { on } = addWorkingDays(nationalCalendar, from, count)
      assert.ok(isWorkingDay(nationalCalendar, on))
    }),
  )
})

test('a later receipt is never due earlier', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(30), (from, later) => {
      const first = addWorkingDays(nationalCalendar, from, 20).on
      assert.ok(first <= addWorkingDays(nationalCalendar, addDays(from, later), 20).on)
    }),
  )
})

test('two periods one after the other are one long period', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(30), fc.nat(30), (from, first, second) => {
      const middle = addWorkingDays(nationalCalendar, from, first).on
      assert.equal(
        addWorkingDays(nationalCalendar, middle, second).on,
        addWorkingDays(nationalCalendar, from, first + second).on,
      )
    }),
  )
})

test('a number of working days is whole and not negative', () => {
  for (const count of [-1, 1.5, Number.NaN]) {
    assert.throws(() => addWorkingDays(nationalCalendar, day('2026-01-05'), count), RangeError)
  }
})

test('notices work weekends only, free what would else be worked, and speak of their own year or the December before', () => {
  const days = (pick: (arrangement: { off: readonly Day[]; work: readonly Day[] }) => readonly Day[]) =>
    holidayNotices.flatMap(({ year, arrangements }) =>
      Object.values(arrangements).flatMap((one) => pick(one).map((on) => ({ year, on }))),
    )
  for (const { on } of days(({ work }) => work)) assert.ok([0, 6].includes(new Date(on).getUTCDay()), on)
  for (const { year, on } of days(({ off, work }) => [...off, ...work])) {
    assert.ok(yearOf(on) === year || on >= `${year - 1}-12-25`, `${on} in the notice for ${year}`)
  }
  const both = [...nationalCalendar.off].filter((on) => nationalCalendar.work.has(on))
  assert.deepEqual(both, [])
})

test('the years with notices are 2019 to 2026', () => {
  assert.deepEqual([...nationalCalendar.years], [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
})
