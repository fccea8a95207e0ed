import { addDays, type Day, weekday } from '../day.ts'
import { type Calendar, isProvisional } from './calendar.ts'

/** Whether offices work on this day: no weekend and no day off, but a make-up day is worked. */
export function isWorkingDay(calendar: Calendar, on: Day): boolean {
  if (calendar.work.has(on)) return true
  const weekend = weekday(on) === 0 || weekday(on) === 6
  return !weekend && !calendar.off.has(on)
}

/** A counted day; `provisional` when the count reached days that no notice has settled and went by weekends there. */
export type CountedDay = { readonly on: Day; readonly provisional: boolean }

/**
 * The `count`-th working day after `from`. The first day is not counted (民法典201), so receipt on a Tuesday makes
 * Wednesday the first. `count` is a whole number from 0; 0 gives `from` itself.
 */
export function addWorkingDays(calendar: Calendar, from: Day, count: number): CountedDay {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`)
  let on = from
  for (let left = count; left > 0; ) {
    on = addDays(on, 1)
    if (isWorkingDay(calendar, on)) left -= 1
  }
  return { on, provisional: isProvisional(calendar, from, on) }
}

/** Working days after `from` up to and including `to`; negative, counted the other way round, when `to` is earlier. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(calendar, to, from)
  let count = 0
  for (let on = from; on < to; ) {
    on = addDays(on, 1)
    if (isWorkingDay(calendar, on)) count += 1
  }
  return count
}
