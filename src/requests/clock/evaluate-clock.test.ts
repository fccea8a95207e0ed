import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isWorkingDay, withLayer } from '../../statute/calendar/calendar.ts'
import { nationalCalendar, nationalCalendarKnownOn } from '../../statute/calendar/national-calendar.ts'
import { addDays, type Day, day } from '../../statute/day.ts'
import { calendarExamples } from './calendar.examples.ts'
import type { ClockEvent } from './clock-event.ts'
import { evaluateClock } from './evaluate-clock.ts'
import { periodsExamples } from './periods.examples.ts'
import { readClockCase } from './read-clock-case.ts'
import { stopsExamples } from './stops.examples.ts'

const examples = [...calendarExamples, ...stopsExamples, ...periodsExamples]

for (const { title, today, received, channel, knownOn, layer, events, says } of examples) {
  test(title, () => {
    const national = knownOn === undefined ? nationalCalendar : nationalCalendarKnownOn(day(knownOn))
    const calendar = layer
      ? withLayer(national, { name: 'region', off: layer.off.map(day), work: layer.work.map(day), source: 'example' })
      : national
    const json = { today, receipt: { channel: channel ?? 'signedMail', on: received }, events: events ?? [] }
    const { steps, problems, ...clock } = evaluateClock(readClockCase(json, () => calendar))
    const told = {
      ...clock,
      steps: steps.map(({ from, to, counted }) => [from, to, counted]),
      problems: problems.map(({ rule }) => rule),
    }
    const { problems: expected = [], ...rest } = says
    assert.deepEqual(told.problems, expected)
    for (const [field, value] of Object.entries(rest)) assert.deepEqual(told[field as keyof typeof told], value, field)
  })
}

// ── properties ──

const receipts = fc.integer({ min: 0, max: 7 * 365 }).map((days) => addDays(day('2019-05-15'), days))
const clockOf = (received: Day, events: readonly ClockEvent[], today: Day, calendar = nationalCalendar) =>
  evaluateClock({ today, calendar, receipt: { channel: 'portal', on: received }, events })
const later = (on: Day) => addDays(on, 400)

/** A third party consulted `after` days from receipt, silent or answering some days later. */
const consultations = fc.array(
  fc.record({ after: fc.nat(25), arrives: fc.nat(5), answers: fc.option(fc.nat(40), { nil: null }) }),
  { maxLength: 4 },
)

function consulted(
  received: Day,
  given: readonly { after: number; arrives: number; answers: number | null }[],
): ClockEvent[] {
  return given
    .flatMap(({ after, arrives, answers }, at): ClockEvent[] => {
      const on = addDays(received, after)
      const party = `party ${at}`
      const sent = {
        type: 'consultationSent',
        on,
        with: 'thirdParty',
        party,
        receivedOn: addDays(on, arrives),
      } as const
      const answered = { type: 'consultationAnswered', on: addDays(on, answers ?? 0), party } as const
      return answers === null ? [sent] : [sent, answered]
    })
    .sort((a, b) => a.on.localeCompare(b.on))
}

/** The slow and obvious way: day after day, is it worked, and does any consultation take it out? */
function naiveDue(received: Day, given: readonly { after: number; arrives: number; answers: number | null }[]): Day {
  const pauses = given.map(({ after, arrives, answers }) => {
    const sent = addDays(received, after)
    let cap = addDays(sent, arrives)
    for (let left = 15; left > 0; ) {
      cap = addDays(cap, 1)
      if (isWorkingDay(nationalCalendar, cap)) left -= 1
    }
    const answered = answers === null ? cap : addDays(sent, answers)
    return { first: addDays(sent, 1), last: [answered, cap].sort()[0] ?? cap }
  })
  let on = received
  for (let left = 20; left > 0; ) {
    on = addDays(on, 1)
    const out = pauses.some(({ first, last }) => first <= on && on <= last)
    if (isWorkingDay(nationalCalendar, on) && !out) left -= 1
  }
  return on
}

test('any number of overlapping consultations is counted as day by day', () => {
  fc.assert(
    fc.property(receipts, consultations, (received, given) => {
      const { dueOn, problems } = clockOf(received, consulted(received, given), later(received))
      assert.deepEqual(problems, [])
      assert.equal(dueOn, naiveDue(received, given))
    }),
    { numRuns: 300 },
  )
})

test('a due date is a counted day', () => {
  fc.assert(
    fc.property(receipts, consultations, (received, given) => {
      const { dueOn } = clockOf(received, consulted(received, given), later(received))
      assert.ok(dueOn !== null && isWorkingDay(nationalCalendar, dueOn))
    }),
  )
})

test('the steps use up the period, follow one another and end on the due date', () => {
  fc.assert(
    fc.property(receipts, consultations, fc.option(fc.integer({ min: 1, max: 20 })), (received, given, days) => {
      const extended: ClockEvent[] = days === null ? [] : [{ type: 'extended', on: received, workingDays: days }]
      const { steps, dueOn } = clockOf(received, [...extended, ...consulted(received, given)], later(received))
      assert.equal(
        steps.reduce((sum, { counted }) => sum + counted, 0),
        20 + (days ?? 0),
      )
      assert.equal(steps.at(-1)?.to, dueOn)
      steps.slice(1).forEach(({ from }, at) => {
        assert.equal(from, addDays(steps[at]?.to ?? received, 1))
      })
    }),
  )
})

test('a pause of zero days changes nothing', () => {
  fc.assert(
    fc.property(receipts, consultations, fc.nat(25), (received, given, after) => {
      const on = addDays(received, after)
      const pause: ClockEvent[] = [
        { type: 'consultationSent', on, with: 'otherAgency', party: 'C', receivedOn: on },
        { type: 'consultationAnswered', on, party: 'C' },
      ]
      const events = consulted(received, given)
      const before = events.filter((event) => event.on <= on)
      const both = [...before, ...pause, ...events.slice(before.length)]
      assert.equal(clockOf(received, both, later(received)).dueOn, clockOf(received, events, later(received)).dueOn)
    }),
  )
})

test('a restart equals a fresh start on that day', () => {
  fc.assert(
    fc.property(receipts, fc.integer({ min: 2, max: 60 }), consultations, (received, after, given) => {
      const on = addDays(received, after)
      const corrected: ClockEvent[] = [
        { type: 'correctionRequested', on: received, until: addDays(received, 1) },
        { type: 'corrected', on },
      ]
      const events = consulted(on, given)
      const restarted = clockOf(received, [...corrected, ...events], later(on))
      const fresh = clockOf(on, events, later(on))
      assert.equal(restarted.dueOn, fresh.dueOn)
      assert.deepEqual(restarted.steps.slice(-fresh.steps.length + 1), fresh.steps.slice(1))
    }),
  )
})

test('more days off never make a date earlier', () => {
  fc.assert(
    fc.property(receipts, consultations, fc.array(fc.nat(120), { maxLength: 10 }), (received, given, off) => {
      const layer = { name: 'region', off: off.map((days) => addDays(received, days)), work: [], source: 'property' }
      const events = consulted(received, given)
      const national = clockOf(received, events, later(received)).dueOn ?? ''
      const regional = clockOf(received, events, later(received), withLayer(nationalCalendar, layer)).dueOn ?? ''
      assert.ok(national <= regional)
    }),
  )
})

test('an extension by n days is n working days more', () => {
  fc.assert(
    fc.property(receipts, fc.integer({ min: 1, max: 20 }), (received, workingDays) => {
      const { steps } = clockOf(received, [{ type: 'extended', on: received, workingDays }], received)
      assert.equal(steps.at(-1)?.counted, workingDays)
    }),
  )
})

test('whatever the events are, nothing is thrown and what is wrong is told', () => {
  const types = ['corrected', 'justified', 'feePaid', 'replied', 'withdrawn', 'abandoned', 'feeLapsed'] as const
  const days = fc.integer({ min: -20, max: 120 })
  const events = fc.array(
    fc.oneof(
      fc.record({ type: fc.constantFrom(...types), at: days }),
      fc.record({
        type: fc.constantFrom('correctionRequested', 'justificationRequested', 'postponed'),
        at: days,
        until: days,
      }),
      fc.record({ type: fc.constant('extended'), at: days, workingDays: fc.integer({ min: 1, max: 30 }) }),
      fc.record({ type: fc.constant('feeNotified'), at: days, receivedAt: fc.option(days) }),
      fc.record({
        type: fc.constant('consultationSent'),
        at: days,
        with: fc.constantFrom('thirdParty', 'coMaker', 'otherAgency'),
        party: fc.constantFrom('A', 'B'),
        receivedAt: fc.option(days),
      }),
      fc.record({ type: fc.constant('consultationAnswered'), at: days, party: fc.constantFrom('A', 'B') }),
    ),
    { maxLength: 12 },
  )
  const onDay = (received: Day, value: unknown) => (typeof value === 'number' ? addDays(received, value) : undefined)
  fc.assert(
    fc.property(receipts, events, (received, list) => {
      const json = {
        today: addDays(received, 100),
        receipt: { channel: 'fax', on: received },
        events: list.map((event) => ({
          ...event,
          on: onDay(received, event.at),
          ...('until' in event && { until: onDay(received, event.until) }),
          ...('receivedAt' in event && { receivedOn: onDay(received, event.receivedAt) }),
        })),
      }
      const { problems, state } = evaluateClock(readClockCase(json, () => nationalCalendar))
      const inOrder = list.every(({ at }, place) => at >= (list[place - 1]?.at ?? 0) && at <= 100)
      assert.ok(inOrder || problems.length > 0)
      assert.ok(['running', 'awaitingCorrection', 'consulting', 'awaitingPayment', 'closed'].includes(state))
    }),
    { numRuns: 500 },
  )
})
