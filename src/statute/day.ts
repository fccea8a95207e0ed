/** A calendar day in Beijing, `YYYY-MM-DD`. Compare with `<` and `===`; "today" is always passed in, never asked for. */
export type Day = string & { readonly __brand: 'Day' }

const MS_PER_DAY = 86_400_000

/** The day that `text` names, or null when `text` is not a real day written `YYYY-MM-DD`. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return null
  return makeDay(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** The day with this year, month (1–12) and day of month, or null when there is no such day (2月30日). */
export function makeDay(year: number, month: number, dayOfMonth: number): Day | null {
  const ms = Date.UTC(year, month - 1, dayOfMonth)
  const date = new Date(ms)
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1) return null
  return date.toISOString().slice(0, 10) as Day
}

/** The day a literal in code or data names; throws on one that does not exist. */
export function day(literal: string): Day {
  const parsed = parseDay(literal)
  if (!parsed) throw new RangeError(`not a day: ${literal}`)
  return parsed
}

/** `from` moved by whole days; negative goes back. */
export function addDays(from: Day, days: number): Day {
  return new Date(Date.parse(from) + days * MS_PER_DAY).toISOString().slice(0, 10) as Day
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / MS_PER_DAY
}

/** 0 Sunday … 6 Saturday. */
export function weekday(on: Day): number {
  return new Date(Date.parse(on)).getUTCDay()
}

/** The calendar year of a day. */
export function yearOf(on: Day): number {
  return Number(on.slice(0, 4))
}

/** 1 January and 31 December of `year`, the span of a statutory report. */
export function yearSpan(year: number): { first: Day; last: Day } {
  return { first: day(`${year}-01-01`), last: day(`${year}-12-31`) }
}
