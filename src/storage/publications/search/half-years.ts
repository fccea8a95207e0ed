/** A half-year that has a table of its own, as instants that can stand in a statement. */
export type HalfYear = { readonly start: string; readonly end: string }

/** No table is of an older one. */
const firstYear = 1990

/**
 * Groups of half-years, newest first and each older than the group before, which leave nothing out: what is to be published next year
 * belongs to the first of them. They change twice a year. That there is no table for a half-year costs nothing.
 */
export function groupsOfHalfYears(now: number, first: number): readonly (readonly HalfYear[])[] {
  const there = new Date(now + beijing)
  const newest = there.getUTCFullYear() * 2 + (there.getUTCMonth() < 6 ? 0 : 1)
  const all = Array.from({ length: newest - firstYear * 2 + 1 }, (_, back) => ({
    start: startOf(newest - back),
    end: back === 0 ? 'infinity' : startOf(newest - back + 1),
  }))
  return [all.slice(0, first), all.slice(first)]
}

const beijing = 8 * 3_600_000

/** As `Hit.at` is written. */
const startOf = (half: number): string =>
  new Date(Date.UTC(half >> 1, half % 2 === 0 ? 0 : 6, 1) - beijing).toISOString().replace('Z', '000Z')
