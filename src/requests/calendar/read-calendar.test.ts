import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nationalCalendar } from '../../statute/calendar/national-calendar.ts'
import { arrangementOf, readCalendarIcs, readCalendarJson, type ToldDays } from './read-calendar.ts'

const whole = {
  year: 2027,
  off: ['2027-01-01', '2027-02-06', '2027-05-01', '2027-10-01', '2027-10-02', '2027-10-03'],
  work: ['2027-02-20'],
}

test('json is read as off and worked days, and as the open data of holidays', () => {
  assert.deepEqual(readCalendarJson(JSON.stringify(whole)), { ...whole, source: null })
  const days = [
    { date: '2027-01-01', isOffDay: true },
    { date: '2027-02-20', isOffDay: false },
  ]
  assert.deepEqual(readCalendarJson(JSON.stringify({ year: 2027, days })), {
    ...{ year: 2027, source: null },
    ...{ off: ['2027-01-01'], work: ['2027-02-20'] },
  })
})

test('a calendar file is read by the words of its events; its end is the day after the last', () => {
  const event = (summary: string, start: string, end: string) =>
    `BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:${start}\r\n${end === '' ? '' : `DTEND;VALUE=DATE:${end}\r\n`}SUMM\r\n ARY:${summary}\r\nEND:VEVENT\r\n`
  const text = `BEGIN:VCALENDAR\r\n${event('元旦 休', '20270101', '20270104')}${event('春节 补班', '20270220', '')}END:VCALENDAR`
  assert.deepEqual(readCalendarIcs(text), {
    ...{ year: null, source: null },
    ...{ off: ['2027-01-01', '2027-01-02', '2027-01-03'], work: ['2027-02-20'] },
  })
})

test('what is no calendar, or cannot be, is turned down', () => {
  const json = (change: object) => () => {
    const told = readCalendarJson(JSON.stringify({ ...whole, ...change }))
    return arrangementOf(told, 'national', nationalCalendar)
  }
  const wrong: readonly (readonly [string, () => unknown])[] = [
    ['calendar-unreadable', () => readCalendarJson('not json')],
    ['calendar-unreadable', () => readCalendarJson('[]')],
    ['calendar-day-wrong', json({ off: ['2027-02-30'] })],
    ['calendar-day-wrong', () => readCalendarIcs('BEGIN:VEVENT\nDTSTART:someday\nSUMMARY:休\nEND:VEVENT')],
    ['calendar-kind-unclear', () => readCalendarIcs('BEGIN:VEVENT\nDTSTART:20270101\nSUMMARY:生日\nEND:VEVENT')],
    ['calendar-empty', json({ off: [], work: [] })],
    ['calendar-day-both', json({ work: ['2027-01-01'] })],
    ['calendar-work-no-weekend', json({ work: ['2027-02-22'] })],
    ['calendar-other-year', json({ off: [...whole.off, '2028-01-01'] })],
    ['calendar-incomplete', json({ off: whole.off.slice(0, 5) })],
  ]
  for (const [id, read] of wrong) assert.throws(read, { id }, id)
})

test('a year that is known may be changed by single days; a region by any', () => {
  const told = (off: string, year: number | null = null) =>
    ({ year, off: [off], work: [], source: null }) as unknown as ToldDays
  assert.equal(arrangementOf(told('2026-11-18'), 'national', nationalCalendar).year, 2026)
  assert.equal(arrangementOf(told('2027-03-30'), 'region', nationalCalendar).year, null)
})
