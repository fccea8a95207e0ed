import type { Calendar } from '../../statute/calendar/calendar.ts'
import { workingDayTable } from '../../statute/calendar/working-day-table.ts'
import { addDays, type Day, dayNumber, makeDay } from '../../statute/day.ts'
import type { RequestEvent } from '../events/request-event.ts'
import type { RemediesRoute } from './remedies-route.ts'

/** The last days for a remedy, for the clerk; a letter says the periods only, since nobody knows yet when it arrives. */
export type RemediesLastDays = {
  readonly receivedOn: Day
  readonly reconsiderationUntil: Day
  /** Null where reconsideration comes first: that period begins with its decision. */
  readonly litigationUntil: Day | null
  readonly provisional: boolean
}

/**
 * 60 days (行政复议法20) and 6 months (行政诉讼法46) from the day the letter was received, which is not counted; a last day of
 * rest is moved to the first day that is none (民法典203, 行政诉讼法解释48).
 */
export function remediesLastDays(first: RemediesRoute['first'], receivedOn: Day, calendar: Calendar): RemediesLastDays {
  const table = workingDayTable(calendar)
  const rolled = (on: Day) => {
    const before = dayNumber(on) - 1
    const last = table.nth(before, 1)
    return { on: table.dayOf(last), provisional: table.isProvisional(before, last) }
  }
  const reconsideration = rolled(addDays(receivedOn, 60))
  const litigation = first === 'either' ? rolled(sixMonthsAfter(receivedOn)) : null
  return {
    receivedOn,
    reconsiderationUntil: reconsideration.on,
    litigationUntil: litigation?.on ?? null,
    provisional: reconsideration.provisional || (litigation?.provisional ?? false),
  }
}

/** The day the applicant has a reply in hand: signed for, or proved; null while that is not known. */
export function replyReceivedOn(events: readonly RequestEvent[]): Day | null {
  const served = events.findLast((event) => event.type === 'served')
  if (served?.type !== 'served') return null
  if (served.method === 'inPerson' || served.method === 'courier') return served.on
  const proved = events.slice(events.indexOf(served)).find((event) => event.type === 'serviceProved')
  return proved?.on ?? null
}

/** The same date six months later, or the last of a month that has no such date. */
function sixMonthsAfter(on: Day): Day {
  const [year = 0, month = 0, date = 0] = on.split('-').map(Number)
  const [laterYear, laterMonth] = month > 6 ? [year + 1, month - 6] : [year, month + 6]
  for (let left = date; left > 0; left--) {
    const found = makeDay(laterYear, laterMonth, left)
    if (found) return found
  }
  throw new RangeError(`not a day: ${on}`)
}
