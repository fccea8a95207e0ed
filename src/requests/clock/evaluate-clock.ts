import type { Calendar } from '../../statute/calendar/calendar.ts'
import { workingDayTable } from '../../statute/calendar/working-day-table.ts'
import { type Day, dayNumber } from '../../statute/day.ts'
import { timeLimitOn } from '../../statute/time-limits.ts'
import type { ClockEvent, Receipt } from './clock-event.ts'
import type { ClockProblem } from './clock-problem.ts'
import type { ClockStep } from './clock-step.ts'
import { countDue, pausesOf } from './count-due.ts'
import { explainSteps } from './explain-steps.ts'
import { followEvents, openConsultations } from './follow-events.ts'
import type { DayNumber, Timeline } from './timeline.ts'

/** Where a request stands. */
export type ClockState = 'running' | 'awaitingCorrection' | 'consulting' | 'awaitingPayment' | 'closed'

/** A request as far as its clock is concerned, and the day from which it is looked at. */
export type ClockCase = {
  readonly today: Day
  readonly calendar: Calendar
  readonly receipt: Receipt
  readonly events: readonly ClockEvent[]
}

/** What the clock says; see the contract's `gongkai clock`. Days that nobody can know yet are null. */
export type Clock = {
  readonly state: ClockState
  /** Last day for the reply. Null while the applicant must act, or a consultation that stops the count is open. */
  readonly dueOn: Day | null
  /** With a consultation open: last day for the reply if none is answered; null where silence would never end one. */
  readonly dueOnIfSilent: Day | null
  /** A count has reached days that no holiday notice has settled, and went by weekends there. */
  readonly provisional: boolean
  /** Without today, with the due day; negative once it is past. Null without a due day, and once closed. */
  readonly workingDaysLeft: number | null
  readonly overdue: boolean
  readonly correctionNoticeDueOn: Day
  /** Open consultations, and the last day that each can stop the count. */
  readonly consultations: readonly { readonly party: string; readonly dueOn: Day | null }[]
  readonly paymentDueOn: Day | null
  /** Last day for the applicant to correct or pay; the request may be closed from the next working day on. */
  readonly lapsesOn: Day | null
  readonly steps: readonly ClockStep[]
  readonly problems: readonly ClockProblem[]
}

/**
 * Runs the clock of one request. The receipt must be covered by the Regulation of 2019 (`isCovered`), and all days lie
 * within those of the working-day table.
 */
export function evaluateClock({ today, calendar, receipt, events }: ClockCase): Clock {
  const table = workingDayTable(calendar)
  const now = dayNumber(today)
  const { timeline, problems } = followEvents(today, calendar, receipt, events)
  const asOf = timeline.closing ? timeline.closing.on : now
  const stopped = timeline.stop !== null
  const due = stopped ? null : countDue(timeline.period, pausesOf(timeline, asOf, 'known'), table)
  const open = openConsultations(timeline, now)
  const waits = !stopped && due === null
  const dueIfSilent = waits ? countDue(timeline.period, pausesOf(timeline, asOf, 'silent'), table) : null
  const noticeDue = table.nth(timeline.receivedOn, timeLimitOn('correctionNotice', receipt.on)?.value ?? 0)
  const lapses = timeline.closing ? null : (timeline.stop?.lapses ?? null)
  const text = (number: DayNumber | null) => (number === null ? null : table.dayOf(number))
  const reached = [noticeDue, due, dueIfSilent, lapses, ...open.map(({ capOn }) => capOn)]
  return {
    state: stateOf(timeline, open.length > 0),
    dueOn: text(due),
    dueOnIfSilent: text(dueIfSilent),
    provisional: reached.some((number) => number !== null && table.isProvisional(timeline.receivedOn, number)),
    workingDaysLeft: timeline.closing || due === null ? null : table.count(now, due) - table.count(due, now),
    overdue: due !== null && (timeline.closing ? isRepliedAfter(timeline, due) : now > due),
    correctionNoticeDueOn: table.dayOf(noticeDue),
    consultations: open.map(({ party, capOn }) => ({ party, dueOn: text(capOn) })),
    paymentDueOn: timeline.stop?.cause === 'fee' ? text(lapses) : null,
    lapsesOn: text(lapses),
    steps: explainSteps(timeline, receipt, asOf, table),
    problems,
  }
}

function stateOf(timeline: Timeline, consulting: boolean): ClockState {
  if (timeline.closing) return 'closed'
  if (timeline.stop) return timeline.stop.cause === 'fee' ? 'awaitingPayment' : 'awaitingCorrection'
  return consulting ? 'consulting' : 'running'
}

function isRepliedAfter({ closing }: Timeline, due: DayNumber): boolean {
  return closing?.by === 'replied' && closing.on > due
}
