import { workingDayTable } from '../../statute/calendar/working-day-table.ts'
import { addDays, type Day, day, dayNumber } from '../../statute/day.ts'
import { timeLimitOn } from '../../statute/time-limits.ts'
import type { OfficeCalendar } from '../case/own-deadline.ts'
import type { Consulted, RequestCase } from '../case/request-case.ts'
import type { ClockEvent } from '../clock/clock-event.ts'
import type { ClockProblem } from '../clock/clock-problem.ts'
import { followEvents } from '../clock/follow-events.ts'
import type { RequestCommandType } from './request-command.ts'

/** The day for which it is asked what is possible, and the calendar that days are counted by. */
export type ClockAt = { readonly today: Day; readonly calendar: OfficeCalendar }

const endOfTime = day('9999-12-31')

/** The mildest event of each act whose time the clock bounds: where even this one is a problem, any is. */
const mildest: Readonly<Partial<Record<RequestCommandType, (on: Day) => ClockEvent>>> = {
  requestCorrection: (on) => ({ type: 'correctionRequested', on, until: addDays(on, 1) }),
  abandon: (on) => ({ type: 'abandoned', on }),
  extend: (on) => ({ type: 'extended', on, workingDays: 1 }),
  postpone: (on) => ({ type: 'postponed', on, until: endOfTime }),
  notifyFee: (on) => ({ type: 'feeNotified', on, receivedOn: null }),
  lapseFee: (on) => ({ type: 'feeLapsed', on }),
}

/** Whether an act of today could keep within the periods of the case, whatever it says. */
export function clockAllows(request: RequestCase, type: RequestCommandType, { today, calendar }: ClockAt): boolean {
  if (type === 'recordSilence')
    return request.consultations.some((one) => {
      const last = one.answer === null ? lastDayToAnswer(one, calendar) : null
      return last !== null && today > last
    })
  const event = mildest[type]?.(today)
  return !event || newProblem(request, [...request.clockEvents, event], { today, calendar }) === null
}

/** The first problem that the clock has with these events and does not have with those of the case. */
export function newProblem(
  { channel, receivedOn, clockEvents }: RequestCase,
  events: readonly ClockEvent[],
  { today, calendar }: ClockAt,
): ClockProblem | null {
  if (receivedOn === null) return null
  const problemsOf = (all: readonly ClockEvent[]) =>
    followEvents(today, calendar, { channel, on: receivedOn }, all).problems
  const known = new Set(problemsOf(clockEvents).map(({ rule, event }) => `${rule} ${event}`))
  return problemsOf(events).find(({ rule, event }) => !known.has(`${rule} ${event}`)) ?? null
}

/** The last day that a consulted party has (条例32, 条例34); null where it is not known yet, or the law sets none. */
export function lastDayToAnswer({ with: whom, sentOn, receivedOn }: Consulted, calendar: OfficeCalendar): Day | null {
  if (whom === 'otherAgency' || receivedOn === null) return null
  const limit = timeLimitOn(whom === 'thirdParty' ? 'thirdPartyConsultation' : 'coMakerConsultation', sentOn)
  if (!limit) return null
  const table = workingDayTable(calendar)
  return table.dayOf(table.nth(dayNumber(receivedOn), limit.value))
}
