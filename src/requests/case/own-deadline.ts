import type { Calendar } from '../../statute/calendar/calendar.ts'
import { workingDayTable } from '../../statute/calendar/working-day-table.ts'
import { type Day, dayNumber } from '../../statute/day.ts'

/** Working days that an office leaves itself before the statutory day, unless it says otherwise. */
const usualMargin = 3

/** The office's own last day for a reply: so many working days before the statutory one, counted back. */
export function latestReply(dueOn: Day, calendar: Calendar, margin = usualMargin): Day {
  const table = workingDayTable(calendar)
  let number = dayNumber(dueOn)
  for (let left = margin; left > 0; ) {
    number -= 1
    if (table.count(number - 1, number) === 1) left -= 1
  }
  return table.dayOf(number)
}
