import { type Day, day, dayNumber, dayOfNumber } from '../day.ts'
import { type Calendar, isSettled, isWorkingDay } from './calendar.ts'

/**
 * A calendar counted once, from the first day that any case can reach to the last: a count over any distance is then two
 * look-ups. Days are day numbers (`dayNumber`).
 */
export type WorkingDayTable = {
  /** Working days after `from` up to and including `to`; 0 when `to` is not later. */
  readonly count: (from: number, to: number) => number
  /** The `count`-th working day after `from`; `from` itself for 0. */
  readonly nth: (from: number, count: number) => number
  /** Whether the days after `from` up to and including `to` reach one that no notice has settled. */
  readonly isProvisional: (from: number, to: number) => boolean
  readonly dayOf: (number: number) => Day
}

/** The days that can be counted over. The law this program knows began on 15 May 2019. */
export const firstCountable = day('2018-01-01')
const lastCountable = day('2060-12-31')

const first = dayNumber(firstCountable)
const length = dayNumber(lastCountable) - first + 1

/** Every day of the table as text, shared by all calendars. */
let texts: readonly Day[] | null = null
const tables = new WeakMap<Calendar, WorkingDayTable>()

/** The table of a calendar, made when it is first asked for. Its functions throw RangeError on days outside it. */
export function workingDayTable(calendar: Calendar): WorkingDayTable {
  const known = tables.get(calendar)
  if (known) return known
  const made = makeTable(calendar)
  tables.set(calendar, made)
  return made
}

function makeTable(calendar: Calendar): WorkingDayTable {
  texts ??= Array.from({ length }, (_, at) => dayOfNumber(first + at))
  const days = texts
  /** Working days, and days not settled, from the first day of the table up to and including each day. */
  const workedBy = new Int32Array(length)
  const unsettledBy = new Int32Array(length)
  /** The n-th working day of the table, as its place. */
  const placeOf = new Int32Array(length + 1)
  let worked = 0
  let unsettled = 0
  days.forEach((on, at) => {
    if (isWorkingDay(calendar, on)) {
      worked += 1
      placeOf[worked] = at
    }
    if (!isSettled(calendar, on)) unsettled += 1
    workedBy[at] = worked
    unsettledBy[at] = unsettled
  })
  const at = (sums: Int32Array, number: number): number => {
    const sum = sums[number - first]
    if (sum === undefined) throw outOfRange()
    return sum
  }
  return {
    count: (from, to) => (to <= from ? 0 : at(workedBy, to) - at(workedBy, from)),
    nth(from, count) {
      const wanted = at(workedBy, from) + count
      if (wanted > worked) throw outOfRange()
      return count === 0 ? from : first + (placeOf[wanted] ?? 0)
    },
    isProvisional: (from, to) => to > from && at(unsettledBy, to) > at(unsettledBy, from),
    dayOf(number) {
      const on = days[number - first]
      if (on === undefined) throw outOfRange()
      return on
    },
  }
}

function outOfRange(): RangeError {
  return new RangeError(`only days from ${firstCountable} to ${lastCountable} can be counted`)
}
