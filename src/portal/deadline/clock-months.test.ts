import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evaluateClock } from '../../requests/clock/evaluate-clock.ts'
import { readClockCase } from '../../requests/clock/read-clock-case.ts'
import { nationalCalendar } from '../../statute/calendar/national-calendar.ts'
import { clockMonths } from './clock-months.ts'

function monthsOf(json: object, most = 24) {
  const clockCase = readClockCase(json, () => nationalCalendar)
  const { steps, dueOn } = evaluateClock(clockCase)
  return clockMonths(steps, dueOn, clockCase.calendar, most)
}
const marks = (json: object) =>
  new Map(
    monthsOf(json)
      .months.flatMap(({ weeks }) => weeks.flat())
      .flatMap((one) => (one ? [[one.on as string, one] as const] : [])),
  )
const springFestival = { today: '2026-03-02', receipt: { channel: 'inPerson', on: '2026-02-10' } }

test('the months from receipt to the due date, in weeks that begin on Sunday', () => {
  const { months, cut } = monthsOf(springFestival)
  assert.deepEqual(
    months.map(({ year, month, weeks }) => [year, month, weeks.length]),
    [
      [2026, 2, 4],
      [2026, 3, 5],
    ],
  )
  assert.equal(cut, false)
  assert.ok(months.every(({ weeks }) => weeks.every((week) => week.length === 7)))
  assert.equal(months[1]?.weeks[0]?.[0]?.on, '2026-03-01')
})

test('each counted day has its number, the last one is the due date', () => {
  const days = marks(springFestival)
  assert.deepEqual(days.get('2026-02-10'), { on: '2026-02-10', mark: 'start', number: null, unusual: null })
  assert.deepEqual(days.get('2026-02-14'), { on: '2026-02-14', mark: 'counted', number: 4, unusual: 'worked' })
  assert.deepEqual(days.get('2026-02-16'), { on: '2026-02-16', mark: null, number: null, unusual: 'off' })
  assert.deepEqual(days.get('2026-03-16'), { on: '2026-03-16', mark: 'due', number: 20, unusual: null })
})

test('what a correction made void is told apart, and numbers begin anew', () => {
  const days = marks({
    today: '2025-05-14',
    receipt: { channel: 'email', on: '2025-04-08' },
    events: [
      { type: 'correctionRequested', on: '2025-04-15', until: '2025-04-30' },
      { type: 'corrected', on: '2025-04-28' },
    ],
  })
  assert.equal(days.get('2025-04-09')?.mark, 'void')
  assert.equal(days.get('2025-04-20')?.mark, 'waiting')
  assert.equal(days.get('2025-04-28')?.mark, 'start')
  assert.equal(days.get('2025-04-29')?.number, 1)
})

test('endless periods are cut', () => {
  const { months, cut } = monthsOf(
    {
      today: '2026-03-12',
      receipt: { channel: 'fax', on: '2026-02-10' },
      events: [{ type: 'postponed', on: '2026-03-12', until: '2058-01-01' }],
    },
    6,
  )
  assert.equal(months.length, 6)
  assert.equal(cut, true)
})
