import type { Day } from '../day.ts'
import type { Calendar } from './calendar.ts'

/** Days off and days worked as a notice or a region arranges them. */
export type ArrangedDays = {
  /** The year that a national notice settles; null for days that only change what is known. */
  readonly year: number | null
  readonly off: readonly Day[]
  readonly work: readonly Day[]
}

/** `base` with further arrangements over it, the later one winning; its name is that of the last layer. */
export function composeCalendar(name: string, base: Calendar, arranged: readonly ArrangedDays[]): Calendar {
  const off = new Set(base.off)
  const work = new Set(base.work)
  const years = new Set(base.years)
  for (const one of arranged) {
    for (const on of one.off) {
      off.add(on)
      work.delete(on)
    }
    for (const on of one.work) {
      work.add(on)
      off.delete(on)
    }
    if (one.year !== null) years.add(one.year)
  }
  return { name, off, work, years }
}
