import type { Sureness } from '../citation.ts'
import { addDays, type Day, day } from '../day.ts'

export type Holiday =
  | 'newYear'
  | 'springFestival'
  | 'tombSweeping'
  | 'labourDay'
  | 'dragonBoat'
  | 'midAutumn'
  | 'nationalDay'

/** Days off for one holiday, weekends inside the block included, and weekend days worked instead (补班). */
export type HolidayArrangement = { readonly off: readonly Day[]; readonly work: readonly Day[] }

/**
 * One notice of the State Council's General Office on the holidays of a year. A later notice of the same year replaces
 * the arrangements that it names and leaves the others. Where 中秋节 falls into 国庆节 the notice gives one block for both,
 * which stands under `nationalDay`.
 */
export type HolidayNotice = {
  /** The year the notice is for. It may speak of days in the December before. */
  readonly year: number
  /** From this day on the arrangement was known. */
  readonly publishedOn: Day
  /** Address of the published text. */
  readonly source: string
  readonly sureness: Sureness
  readonly arrangements: Readonly<Partial<Record<Holiday, HolidayArrangement>>>
}

/** `first` … `last` off, written `YYYY-MM-DD`; `work` are the weekend days worked instead. */
export function arrange(first: string, last: string, ...work: readonly string[]): HolidayArrangement {
  const off: Day[] = []
  for (let on = day(first); on <= day(last); on = addDays(on, 1)) off.push(on)
  return { off, work: work.map(day) }
}
