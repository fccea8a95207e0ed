import type { Calendar } from '../../statute/calendar/calendar.ts'
import { calendarVersion } from '../../statute/calendar/calendar-version.ts'
import { workingDayTable } from '../../statute/calendar/working-day-table.ts'
import { type Day, dayNumber } from '../../statute/day.ts'

/** A calendar as an office goes by it. */
export type OfficeCalendar = Calendar & {
  /** Working days that the office leaves itself before a statutory day; `usualMargin` unless it says otherwise. */
  readonly ownMargin?: number
}

export const usualMargin = 3
/** An own day before the half of the statutory period would never be kept. */
export const mostMargin = 15

/** The office's own last day for a reply: so many working days before the statutory one, counted back. */
export function latestReply(dueOn: Day, calendar: OfficeCalendar): Day {
  const table = workingDayTable(calendar)
  let number = dayNumber(dueOn)
  for (let left = calendar.ownMargin ?? usualMargin; left > 0; ) {
    number -= 1
    if (table.count(number - 1, number) === 1) left -= 1
  }
  return table.dayOf(number)
}

/** A short text that is the same where both deadlines of every case are, and most surely another one elsewhere. The word in front
 * is changed with what a listing holds, so that open cases are listed anew. */
export function deadlineVersion(calendar: OfficeCalendar): string {
  const margin = calendar.ownMargin ?? usualMargin
  return `2 ${calendarVersion(calendar)} -${margin}`
}
