import { type Calendar, isSettled, isWorkingDay } from '../../statute/calendar/calendar.ts'
import { addWorkingDays, workingDaysBetween } from '../../statute/calendar/working-days.ts'
import { type Citation, cite } from '../../statute/citation.ts'
import { addDays, type Day } from '../../statute/day.ts'
import { type RemedyLimit, type RemedyLimitId, remedyLimitOn } from '../../statute/remedy-limits.ts'
import type { Remedy } from './remedy.ts'

/** `filed`: no copy has come yet, so that nothing is due. */
export type RemedyState = 'filed' | 'awaitingAnswer' | 'answered' | 'concluded'

/** One step of the way to the last day, as data. First and last day belong to it; steps follow one another without a gap. */
export type RemedyStep = {
  readonly from: Day
  readonly to: Day
  /** Days of the period that this step used up, in the unit of the limit. */
  readonly counted: number
  readonly reason: RemedyStepReason
  readonly article: Citation
}

export type RemedyStepReason =
  /** The day on which the copy came, which is not counted. */
  | { readonly is: 'copyReceived' }
  | { readonly is: 'counted'; readonly unit: RemedyLimit['unit']; readonly first: number; readonly last: number }
  /** Counted while the procedure was simple. */
  | { readonly is: 'countedAsSimple'; readonly first: number; readonly last: number }
  /** The last day was a rest day: it moves to the next working day. */
  | { readonly is: 'rolled' }

/** Where a case stands and when this agency's own reply or answer is due. */
export type EvaluatedRemedy = {
  readonly state: RemedyState
  /** Null while no copy has come, where the procedure is not known, and where no limit of that time is known. */
  readonly dueOn: Day | null
  /** A day was counted that no notice has settled. */
  readonly provisional: boolean
  /** Handed in too late, or the last day is over without an answer: a case that ended before it needs none. */
  readonly overdue: boolean
  /** Working days from `today` to the last day; negative once it is over, null where nothing is awaited. */
  readonly workingDaysLeft: number | null
  readonly steps: readonly RemedyStep[]
}

const articles = {
  firstDay: cite('行政诉讼法解释48'),
  rolled: cite('行政诉讼法解释48'),
  simple: cite('行政复议法54'),
} as const

/** Counts the agency's own period of a case, as of `today`. */
export function evaluateRemedy(remedy: Remedy, calendar: Calendar, today: Day): EvaluatedRemedy {
  const state = stateOf(remedy)
  const { dueOn, steps, provisional } = countOwnPeriod(remedy, calendar)
  const awaited = state === 'awaitingAnswer'
  const until = remedy.answeredOn ?? remedy.concludedOn ?? today
  return {
    state,
    dueOn,
    provisional,
    overdue: dueOn !== null && until > dueOn,
    workingDaysLeft: dueOn !== null && awaited ? workingDaysBetween(calendar, today, dueOn) : null,
    steps,
  }
}

function stateOf({ concludedOn, answeredOn, copyReceivedOn }: Remedy): RemedyState {
  if (concludedOn) return 'concluded'
  if (answeredOn) return 'answered'
  return copyReceivedOn ? 'awaitingAnswer' : 'filed'
}

type Counted = Pick<EvaluatedRemedy, 'dueOn' | 'provisional' | 'steps'>

function countOwnPeriod(remedy: Remedy, calendar: Calendar): Counted {
  const { copyReceivedOn } = remedy
  const id = limitOf(remedy)
  const limit = copyReceivedOn && id && remedyLimitOn(id, copyReceivedOn)
  if (!limit) return { dueOn: null, provisional: false, steps: [] }
  const { value, citation } = limit
  return value.unit === 'calendarDays'
    ? countCalendarDays(copyReceivedOn, value.count, citation, calendar)
    : countWorkingDays(remedy, copyReceivedOn, value.count, citation, calendar)
}

function limitOf({ kind, procedure, convertedOn }: Remedy): RemedyLimitId | null {
  if (kind !== 'reconsideration') return 'courtAnswer'
  if (procedure === null) return null
  if (procedure === 'ordinary') return 'ordinaryReply'
  return convertedOn ? 'convertedReply' : 'simpleReply'
}

/** 行政诉讼法67: every day counts, but the last one rolls over rest days; a worked Saturday is none. */
function countCalendarDays(start: Day, count: number, article: Citation, calendar: Calendar): Counted {
  const last = addDays(start, count)
  const days = [last]
  while (!isWorkingDay(calendar, days.at(-1) ?? last)) days.push(addDays(last, days.length))
  const dueOn = days.at(-1) ?? last
  const steps: RemedyStep[] = [
    { from: start, to: start, counted: 0, reason: { is: 'copyReceived' }, article: articles.firstDay },
    {
      from: addDays(start, 1),
      to: last,
      counted: count,
      reason: { is: 'counted', unit: 'calendarDays', first: 1, last: count },
      article,
    },
  ]
  if (dueOn !== last)
    steps.push({ from: addDays(last, 1), to: dueOn, counted: 0, reason: { is: 'rolled' }, article: articles.rolled })
  return { dueOn, provisional: days.some((on) => !isSettled(calendar, on)), steps }
}

/** 行政复议法88: these periods are working days. A conversion makes the period longer; it begins no new one. */
function countWorkingDays(
  { convertedOn }: Remedy,
  start: Day,
  count: number,
  article: Citation,
  calendar: Calendar,
): Counted {
  const { on: dueOn, provisional } = addWorkingDays(calendar, start, count)
  const steps: RemedyStep[] = [{ from: start, to: start, counted: 0, reason: { is: 'copyReceived' }, article }]
  const turn = convertedOn && convertedOn < dueOn ? convertedOn : start
  const simple = workingDaysBetween(calendar, start, turn)
  if (simple > 0)
    steps.push({
      from: addDays(start, 1),
      to: turn,
      counted: simple,
      reason: { is: 'countedAsSimple', first: 1, last: simple },
      article: articles.simple,
    })
  steps.push({
    from: addDays(simple > 0 ? turn : start, 1),
    to: dueOn,
    counted: count - simple,
    reason: { is: 'counted', unit: 'workingDays', first: simple + 1, last: count },
    article,
  })
  return { dueOn, provisional, steps }
}
