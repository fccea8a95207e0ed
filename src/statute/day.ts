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

/** Days since 1970-01-01, for arithmetic on many days; `dayOfNumber` is the way back. */
export function dayNumber(on: Day): number {
  const month = digit(on, 5) * 10 + digit(on, 6)
  // Years are counted from 1 March, so that the leap day is the last of its year.
  const year = digit(on, 0) * 1000 + digit(on, 1) * 100 + digit(on, 2) * 10 + digit(on, 3) - (month > 2 ? 0 : 1)
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + digit(on, 8) * 10 + digit(on, 9)
  return year * 365 + leapDays + dayOfYear - 719_469
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 48
}

/** The day that is so many days after 1970-01-01. */
export function dayOfNumber(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10) as Day
}

/** `from` moved by whole days; negative goes back. */
export function addDays(from: Day, days: number): Day {
  return dayOfNumber(dayNumber(from) + days)
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** 0 Sunday … 6 Saturday. */
export function weekday(on: Day): number {
  return (((dayNumber(on) + 4) % 7) + 7) % 7
}

/** The calendar year of a day. */
export function yearOf(on: Day): number {
  return Number(on.slice(0, 4))
}

/** 1 January and 31 December of `year`, the span of a statutory report. */
export function yearSpan(year: number): { first: Day; last: Day } {
  return { first: day(`${year}-01-01`), last: day(`${year}-12-31`) }
}
