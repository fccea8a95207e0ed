import type { Holiday } from '../../../statute/calendar/holiday-notice.ts'
import { holidayNotices } from '../../../statute/calendar/national-calendar.ts'
import type { Day } from '../../../statute/day.ts'

/** A holiday that lies in a span of time: its days off, and the weekend days worked instead. */
export type HolidayBetween = {
  readonly holiday: Holiday
  readonly from: Day
  readonly to: Day
  readonly worked: readonly Day[]
}

/** The holidays of the national notices between two days, the later notice of a year before the earlier. */
export function holidaysBetween(from: Day, to: Day): readonly HolidayBetween[] {
  const latest = new Map<string, HolidayBetween>()
  for (const { year, arrangements } of holidayNotices) {
    for (const [holiday, arranged] of Object.entries(arrangements)) {
      const [first, last] = [arranged.off[0], arranged.off.at(-1)]
      if (first && last)
        latest.set(`${year} ${holiday}`, { holiday: holiday as Holiday, from: first, to: last, worked: arranged.work })
    }
  }
  return [...latest.values()]
    .filter((one) => one.to >= from && one.from <= to)
    .sort((a, b) => a.from.localeCompare(b.from))
}
