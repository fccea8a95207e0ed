import type { Calendar } from '../../statute/calendar/calendar.ts'
import { type WorkingDayTable, workingDayTable } from '../../statute/calendar/working-day-table.ts'
import { cite } from '../../statute/citation.ts'
import { type Day, dayNumber } from '../../statute/day.ts'
import { type TimeLimitId, timeLimitOn } from '../../statute/time-limits.ts'
import type { ClockEvent, Receipt } from './clock-event.ts'
import { type ClockProblem, type ClockProblemRule, clockProblemArticles } from './clock-problem.ts'
import { countDue, pausesOf } from './count-due.ts'
import { type Consultation, type DayNumber, isOpen, type Period, type Stop, type Timeline } from './timeline.ts'

export type Followed = { readonly timeline: Timeline; readonly problems: readonly ClockProblem[] }

/**
 * Follows the events of a request in their order. An event that the law does not allow, or that cannot have happened, is a
 * problem and moves nothing: no date becomes later by a mistake.
 */
export function followEvents(
  today: Day,
  calendar: Calendar,
  receipt: Receipt,
  events: readonly ClockEvent[],
): Followed {
  const table = workingDayTable(calendar)
  const now = dayNumber(today)
  const received = dayNumber(receipt.on)
  const problems: ClockProblem[] = []
  const tell = (rule: ClockProblemRule, event: number | null) =>
    problems.push({ rule, event, article: cite(clockProblemArticles[rule]) })
  if (received > now) tell('receipt-in-future', null)
  let timeline = begin(received, receipt.on)
  let last = received
  for (const [at, event] of events.entries()) {
    const on = dayNumber(event.on)
    const next = misplaced(timeline, on, last, now) ?? judge(timeline, event, { on, now, table })
    if (typeof next === 'string') tell(next, at)
    else {
      timeline = next
      last = on
    }
  }
  return { timeline, problems }
}

/** What is wrong with the place of an event among the others, if anything. */
function misplaced(timeline: Timeline, on: DayNumber, last: DayNumber, now: DayNumber): ClockProblemRule | null {
  if (on > now) return 'event-in-future'
  if (on < timeline.receivedOn) return 'event-before-receipt'
  if (on < last) return 'event-out-of-order'
  return timeline.closing ? 'event-after-close' : null
}

function begin(received: DayNumber, on: Day): Timeline {
  return {
    receivedOn: received,
    period: newPeriod('received', received, on),
    dropped: [],
    stop: null,
    correctionUsed: false,
    feeUsed: false,
    justificationOpen: false,
    consultations: [],
    closing: null,
  }
}

function newPeriod(cause: Period['cause'], start: DayNumber, on: Day): Period {
  return { cause, start, workingDays: requireLimit('reply', on), extension: null, postponedUntil: null }
}

function requireLimit(id: TimeLimitId, on: Day): number {
  const limit = timeLimitOn(id, on)
  if (!limit) throw new RangeError(`no time limit ${id} on ${on}`)
  return limit.value
}

type At = { readonly on: DayNumber; readonly now: DayNumber; readonly table: WorkingDayTable }

/** The timeline after an event that stands in its place, or the problem with it. */
function judge(timeline: Timeline, event: ClockEvent, at: At): Timeline | ClockProblemRule {
  switch (event.type) {
    case 'correctionRequested':
      return requestCorrection(timeline, event, at)
    case 'corrected':
      if (timeline.stop?.cause !== 'correction') return 'correction-not-requested'
      return restart(timeline, timeline.stop, newPeriod('corrected', at.on, event.on))
    case 'consultationSent':
      return sendConsultation(timeline, event, at)
    case 'consultationAnswered':
      return answerConsultation(timeline, event, at)
    case 'justificationRequested':
      return { ...timeline, justificationOpen: true }
    case 'justified':
      return timeline.justificationOpen ? { ...timeline, justificationOpen: false } : 'justification-not-requested'
    case 'extended':
      return extend(timeline, event, at)
    case 'postponed':
      return postpone(timeline, event, at)
    case 'feeNotified':
      return notifyFee(timeline, event, at)
    case 'feePaid':
      if (timeline.stop?.cause !== 'fee') return 'fee-not-notified'
      return restart(timeline, timeline.stop, newPeriod('feePaid', at.on, event.on))
    case 'abandoned':
      return lapse(timeline, event.type, 'correction', at)
    case 'feeLapsed':
      return lapse(timeline, event.type, 'fee', at)
    case 'replied':
    case 'withdrawn':
      return { ...timeline, closing: { by: event.type, on: at.on } }
  }
}

/** 条例30: one notice, within 7 working days of receipt, with a period for the applicant. */
function requestCorrection(
  timeline: Timeline,
  event: Extract<ClockEvent, { type: 'correctionRequested' }>,
  { on, table }: At,
): Timeline | ClockProblemRule {
  if (timeline.correctionUsed) return 'correction-requested-twice'
  if (timeline.stop) return 'correction-requested-while-stopped'
  if (table.count(timeline.receivedOn, on) > requireLimit('correctionNotice', event.on))
    return 'correction-requested-late'
  const lapses = dayNumber(event.until)
  if (lapses <= on) return 'correction-period-empty'
  return { ...timeline, correctionUsed: true, stop: { cause: 'correction', on, lapses } }
}

/** 条例30, 109号: the period begins anew; what was counted, and an extension, is gone with the old one. */
function restart(timeline: Timeline, stop: Stop, period: Period): Timeline {
  return { ...timeline, period, dropped: [...timeline.dropped, { period: timeline.period, stop }], stop: null }
}

function sendConsultation(
  timeline: Timeline,
  event: Extract<ClockEvent, { type: 'consultationSent' }>,
  { on, now, table }: At,
): Timeline | ClockProblemRule {
  const receivedOn = event.receivedOn === null ? null : dayNumber(event.receivedOn)
  if (receivedOn !== null && receivedOn < on) return 'consultation-received-too-early'
  if (receivedOn !== null && receivedOn > now) return 'event-in-future'
  if (timeline.consultations.some((one) => one.party === event.party && isOpen(one, on)))
    return 'consultation-already-open'
  const limit = consultationLimit(event)
  const capOn = receivedOn === null || limit === null ? null : table.nth(receivedOn, limit)
  const sent: Consultation = { with: event.with, party: event.party, sentOn: on, capOn, answeredOn: null }
  return { ...timeline, consultations: [...timeline.consultations, sent] }
}

/** 条例32, 条例34: 15 working days from the day they received the letter. Other agencies have no statutory period. */
function consultationLimit(event: Extract<ClockEvent, { type: 'consultationSent' }>): number | null {
  switch (event.with) {
    case 'thirdParty':
      return requireLimit('thirdPartyConsultation', event.on)
    case 'coMaker':
      return requireLimit('coMakerConsultation', event.on)
    case 'otherAgency':
      return null
  }
}

function answerConsultation(
  timeline: Timeline,
  event: Extract<ClockEvent, { type: 'consultationAnswered' }>,
  { on }: At,
): Timeline | ClockProblemRule {
  const open = timeline.consultations.findLastIndex((one) => one.party === event.party && one.answeredOn === null)
  if (open < 0) return 'consultation-not-open'
  return {
    ...timeline,
    consultations: timeline.consultations.map((one, at) => (at === open ? { ...one, answeredOn: on } : one)),
  }
}

/** 条例33¶2: once in a period, by at most 20 working days, the applicant told on or before the day it ends. */
function extend(
  timeline: Timeline,
  event: Extract<ClockEvent, { type: 'extended' }>,
  at: At,
): Timeline | ClockProblemRule {
  if (timeline.stop) return 'extended-while-stopped'
  if (timeline.period.extension) return 'extended-twice'
  if (event.workingDays > requireLimit('extension', event.on)) return 'extension-too-long'
  if (isPastDue(timeline, at)) return 'extended-late'
  const extension = { on: at.on, workingDays: event.workingDays }
  return { ...timeline, period: { ...timeline.period, extension } }
}

/** 条例35: a reasonable later day, told before the period ends. */
function postpone(
  timeline: Timeline,
  event: Extract<ClockEvent, { type: 'postponed' }>,
  at: At,
): Timeline | ClockProblemRule {
  if (timeline.stop) return 'postponed-while-stopped'
  if (isPastDue(timeline, at)) return 'postponed-late'
  const until = dayNumber(event.until)
  const due = dueAt(timeline, at)
  if (until <= (due ?? at.on)) return 'postponed-not-later'
  return { ...timeline, period: { ...timeline.period, postponedUntil: until } }
}

/** 109号: told within the handling period; to be paid within 20 working days of receiving the notice. */
function notifyFee(
  timeline: Timeline,
  event: Extract<ClockEvent, { type: 'feeNotified' }>,
  at: At,
): Timeline | ClockProblemRule {
  const limit = timeLimitOn('feePayment', event.on)
  if (!limit) return 'fee-not-regulated'
  if (timeline.feeUsed) return 'fee-notified-twice'
  if (timeline.stop) return 'fee-notified-while-stopped'
  if (isPastDue(timeline, at)) return 'fee-notified-late'
  const receivedOn = event.receivedOn === null ? null : dayNumber(event.receivedOn)
  if (receivedOn !== null && receivedOn < at.on) return 'fee-received-too-early'
  if (receivedOn !== null && receivedOn > at.now) return 'event-in-future'
  const lapses = receivedOn === null ? null : at.table.nth(receivedOn, limit.value)
  return { ...timeline, feeUsed: true, stop: { cause: 'fee', on: at.on, lapses } }
}

/** The applicant has let the day pass: the request may be closed from the next working day on. */
function lapse(
  timeline: Timeline,
  by: 'abandoned' | 'feeLapsed',
  cause: Stop['cause'],
  { on, table }: At,
): Timeline | ClockProblemRule {
  if (timeline.stop?.cause !== cause) return cause === 'fee' ? 'fee-not-notified' : 'correction-not-requested'
  const { lapses } = timeline.stop
  if (lapses === null || on < table.nth(lapses, 1))
    return cause === 'fee' ? 'fee-lapsed-too-early' : 'abandoned-too-early'
  return { ...timeline, closing: { by, on } }
}

function isPastDue(timeline: Timeline, at: At): boolean {
  const due = dueAt(timeline, at)
  return due !== null && at.on > due
}

/** The due day as it stood on the day of an event. */
function dueAt(timeline: Timeline, { on, table }: At): DayNumber | null {
  return countDue(timeline.period, pausesOf(timeline, on, 'known'), table)
}

/** Consultations that still stop the count at the end of `asOf`. */
export function openConsultations(timeline: Timeline, asOf: DayNumber): readonly Consultation[] {
  return timeline.closing ? [] : timeline.consultations.filter((one) => isOpen(one, asOf))
}
