import { type Day, dayNumber } from '../day.ts'
import type { Calendar } from './calendar.ts'
import { workingDayTable } from './working-day-table.ts'

/** A counted day; `provisional` when the count reached days that no notice has settled and went by weekends there. */
export type CountedDay = { readonly on: Day; readonly provisional: boolean }

/**
 * The `count`-th working day after `from`. The first day is not counted (民法典201), so receipt on a Tuesday makes
 * Wednesday the first. `count` is a whole number from 0; 0 gives `from` itself.
 */
export function addWorkingDays(calendar: Calendar, from: Day, count: number): CountedDay {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`)
  const table = workingDayTable(calendar)
  const start = dayNumber(from)
  const end = table.nth(start, count)
  return { on: table.dayOf(end), provisional: table.isProvisional(start, end) }
}

/** Working days after `from` up to and including `to`; negative, counted the other way round, when `to` is earlier. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  const table = workingDayTable(calendar)
  return to < from ? -table.count(dayNumber(to), dayNumber(from)) : table.count(dayNumber(from), dayNumber(to))
}
