import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nationalCalendar } from '../../statute/calendar/national-calendar.ts'
import { day } from '../../statute/day.ts'
import { remediesLastDays, replyReceivedOn } from './remedies-last-days.ts'
import { sampleCase } from './sample-letter.ts'

// Counted by hand: received, last day for reconsideration, last day for litigation, whether a notice is still to come.
const examples = [
  // 2026-09-20 is a worked Sunday, and stays.
  ['2026-03-20', '2026-05-19', '2026-09-20', false],
  // The sixtieth day falls into the National Day holiday.
  ['2026-08-02', '2026-10-08', '2027-02-02', true],
  // February has no 31st; its last day of 2027 is a Sunday.
  ['2026-08-31', '2026-10-30', '2027-03-01', true],
  ['2024-02-29', '2024-04-29', '2024-08-29', false],
] as const

for (const [received, reconsiderationUntil, litigationUntil, provisional] of examples) {
  test(`received ${received}: until ${reconsiderationUntil}, until ${litigationUntil}`, () => {
    assert.deepEqual(remediesLastDays('either', day(received), nationalCalendar), {
      receivedOn: received,
      reconsiderationUntil,
      litigationUntil,
      provisional,
    })
  })
}

test('where reconsideration comes first, the period for the court begins with its decision', () => {
  assert.equal(remediesLastDays('reconsideration', day('2026-03-20'), nationalCalendar).litigationUntil, null)
})

test('a reply is in hand when it was signed for, or when that is proved', () => {
  const approved = [
    ['register', '2026-03-02'],
    ['decide', '2026-03-10'],
    ['approve', '2026-03-10'],
  ] as const
  assert.equal(replyReceivedOn(sampleCase(...approved).events), null)
  assert.equal(replyReceivedOn(sampleCase(...approved, ['serve', '2026-03-11']).events), null)
  assert.equal(
    replyReceivedOn(sampleCase(...approved, ['serve', '2026-03-11'], ['proveService', '2026-03-13']).events),
    '2026-03-13',
  )
  assert.equal(
    replyReceivedOn(sampleCase(...approved, ['serve', '2026-03-11', { method: 'inPerson' }]).events),
    '2026-03-11',
  )
})
