import { type Day, weekday, yearOf } from '../day.ts'
import type { HolidayNotice } from './holiday-notice.ts'

/** Which days are worked, as far as notices say; every other day goes by its weekday. */
export type Calendar = {
  /** `national`, or the name of the regional layer laid over it. */
  readonly name: string
  /** Days off beyond ordinary weekends, and weekends inside a holiday. */
  readonly off: ReadonlySet<Day>
  /** Weekend days that are worked. */
  readonly work: ReadonlySet<Day>
  /** Years whose notice is known. Outside them every count is provisional. */
  readonly years: ReadonlySet<number>
}

/** The calendar that `notices` make; of two notices that arrange one holiday of a year, the later one holds. */
export function makeCalendar(name: string, notices: readonly HolidayNotice[]): Calendar {
  const inOrder = [...notices].sort((a, b) => a.publishedOn.localeCompare(b.publishedOn))
  const arrangements = new Map(
    inOrder.flatMap(({ year, arrangements }) =>
      Object.entries(arrangements).map(([holiday, arrangement]) => [`${year} ${holiday}`, arrangement] as const),
    ),
  )
  return {
    name,
    off: new Set([...arrangements.values()].flatMap(({ off }) => off)),
    work: new Set([...arrangements.values()].flatMap(({ work }) => work)),
    years: new Set(inOrder.map(({ year }) => year)),
  }
}

/** Days off, and days worked, in places with customary holidays of their own (放假办法4). */
export type RegionalLayer = {
  readonly name: string
  readonly off: readonly Day[]
  readonly work: readonly Day[]
  /** Address or number of the local notice. */
  readonly source: string
}

/** `base` with a region's own days over it; on a day that both speak of, the region's word holds. */
export function withLayer(base: Calendar, layer: RegionalLayer): Calendar {
  const both = layer.off.filter((on) => layer.work.includes(on))
  if (both.length > 0) throw new RangeError(`${layer.name}: both off and worked: ${both.join(', ')}`)
  const without = (days: ReadonlySet<Day>, taken: readonly Day[]) => [...days].filter((on) => !taken.includes(on))
  return {
    name: layer.name,
    off: new Set([...without(base.off, layer.work), ...layer.off]),
    work: new Set([...without(base.work, layer.off), ...layer.work]),
    years: base.years,
  }
}

/** Whether offices work on this day: no weekend and no day off, but a make-up day is worked. */
export function isWorkingDay(calendar: Calendar, on: Day): boolean {
  if (calendar.work.has(on)) return true
  const weekend = weekday(on) === 0 || weekday(on) === 6
  return !weekend && !calendar.off.has(on)
}

/** Whether a notice has settled if this day is worked: its year's, and from 25 December on the next year's as well. */
export function isSettled(calendar: Calendar, on: Day): boolean {
  const year = yearOf(on)
  if (!calendar.years.has(year)) return false
  // The next year's notice may take days of late December for 元旦.
  return on < `${year}-12-25` || calendar.years.has(year + 1)
}
