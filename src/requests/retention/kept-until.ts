import { type Day, parseDay, yearOf } from '../../statute/day.ts'

/**
 * How long volumes are kept: ten or thirty years, or for good. Which of them the agency's own schedule says, which the archives
 * authority approved; no law on disclosure does.
 */
export const retentions = ['10', '30', 'permanent'] as const
export type Retention = (typeof retentions)[number]

/** Whole years of a period; null for good. */
export function yearsOf(retention: Retention): number | null {
  return retention === 'permanent' ? null : Number(retention)
}

/** The last day on which something has to be kept, counted in whole years after the one it was closed in; null for good. */
export function keptUntil(closedOn: Day, years: number | null): Day | null {
  return years === null ? null : endOfYear(yearOf(closedOn) + years)
}

/** The last day on which something may have been closed that need not be kept on `today`; null where all is kept for good. */
export function closedAtLatest(today: Day, years: number | null): Day | null {
  return years === null ? null : endOfYear(yearOf(today) - years - 1)
}

function endOfYear(year: number): Day {
  const end = parseDay(`${year}-12-31`)
  if (!end) throw new RangeError(`not a year: ${year}`)
  return end
}
