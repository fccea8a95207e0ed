import type { Calendar } from '../../statute/calendar/calendar.ts'
import type { Day } from '../../statute/day.ts'
import type { OutcomeId } from '../../statute/outcomes.ts'
import type { ClockEventType } from '../clock/clock-event.ts'
import { type Clock, evaluateClock } from '../clock/evaluate-clock.ts'
import type { LedgerRequest } from '../events/ledger-request.ts'
import { deadlineVersion, latestReply, type OfficeCalendar } from './own-deadline.ts'
import type { Phase } from './phase.ts'
import type { RequestCase } from './request-case.ts'
import { waitingFor } from './waiting-for.ts'

/** What lists and statistics know of a case: legal facts and deadlines, never how it stands on a given day. */
export type RequestListing = Omit<LedgerRequest, 'receivedOn' | 'applicant'> & {
  readonly phase: Phase
  readonly arrivedOn: Day
  /** Null while it is not received, and where it counts under another number. */
  readonly receivedOn: Day | null
  readonly applicant: string | null
  readonly outcome: OutcomeId | null
  /** The last day for the reply: where a consultation is open, what silence gives. Null while nothing can be said. */
  readonly dueOn: Day | null
  /** The office's own earlier day. */
  readonly ownDueOn: Day | null
  readonly lapsesOn: Day | null
  readonly provisional: boolean
  readonly calendar: string
  /** Whom an open case waits for, one word each between blanks; empty once it is closed. */
  readonly waitingFor: string
}

/** The listing of a case on the day its events were last added to or its calendar changed. */
export function listingOf(request: RequestCase, calendar: OfficeCalendar, today: Day): RequestListing {
  // Closed cases do not move: no clock is run for them.
  const clock = request.closing === null ? clockOf(request, calendar, today) : null
  const anew = request.reopening && request.phase !== 'closed' && request.phase !== 'archived'
  const dueOn = anew ? request.reopening.until : (clock?.dueOn ?? clock?.dueOnIfSilent ?? null)
  const first = firstDays(request)
  return {
    phase: request.phase,
    channel: request.channel,
    arrivedOn: request.arrivedOn,
    receivedOn: request.joinedInto === null ? request.receivedOn : null,
    applicantKind: request.applicantKind,
    applicant: request.applicants[0] ?? null,
    correctionRequestedOn: first('correctionRequested'),
    correctionUntil: request.clockEvents.find((one) => one.type === 'correctionRequested')?.until ?? null,
    correctedOn: first('corrected'),
    consultationSentOn: first('consultationSent'),
    consultationReceivedOn: request.clockEvents.find((one) => one.type === 'consultationSent')?.receivedOn ?? null,
    consultationAnsweredOn: first('consultationAnswered'),
    extendedOn: first('extended'),
    extensionDays: request.clockEvents.find((one) => one.type === 'extended')?.workingDays ?? null,
    outcome: request.closing?.outcome ?? null,
    repliedOn: request.closing?.on ?? null,
    feeNotifiedOn: request.fee?.notifiedOn ?? null,
    feeCharged: request.fee?.cents ?? null,
    feePaidOn: request.fee?.paidOn ?? null,
    reopenedOn: request.reopening?.on ?? null,
    newOutcome: request.closingAnew?.outcome ?? null,
    newRepliedOn: request.closingAnew?.on ?? null,
    dueOn,
    ownDueOn: dueOn && latestReply(dueOn, calendar),
    lapsesOn: clock?.lapsesOn ?? null,
    provisional: clock?.provisional ?? false,
    calendar: deadlineVersion(calendar),
    waitingFor: waitingFor(request).join(' '),
  }
}

/** The clock of a case; null while no period runs because it is not received, and where it runs under another number. */
export function clockOf(request: RequestCase, calendar: Calendar, today: Day): Clock | null {
  const { receivedOn, channel, clockEvents, joinedInto } = request
  if (receivedOn === null || joinedInto !== null) return null
  return evaluateClock({ today, calendar, receipt: { channel, on: receivedOn }, events: clockEvents })
}

function firstDays({ clockEvents }: RequestCase) {
  return (type: ClockEventType) => clockEvents.find((one) => one.type === type)?.on ?? null
}
