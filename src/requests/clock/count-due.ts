import type { WorkingDayTable } from '../../statute/calendar/working-day-table.ts'
import { type Consultation, type DayNumber, isOpen, type Period, type Timeline } from './timeline.ts'

/** Days left out of the count, first and last; `to` is null where nothing but an answer will end them. */
export type Pause = {
  readonly from: DayNumber
  readonly to: DayNumber | null
  readonly consultations: readonly Consultation[]
}

/** A run of days in which working days were counted, or were not. */
export type Stretch =
  | { readonly kind: 'counted'; readonly from: DayNumber; readonly to: DayNumber; readonly counted: number }
  | { readonly kind: 'paused'; readonly pause: Pause }

/** `silent`: as if every open consultation stayed unanswered. `known`: what is certain today. */
export type View = 'known' | 'silent'

/** How far to count: so many working days, or up to and including a day. */
export type Limit =
  | { readonly workingDays: number; readonly until?: never }
  | { readonly workingDays?: never; readonly until: DayNumber }

/** The way of a count and its last day; null where that depends on an answer. */
export type Count = { readonly stretches: readonly Stretch[]; readonly end: DayNumber | null }

/** Counts from the day after `start` (民法典201), leaving out the pauses (条例33¶3). */
export function countFrom(start: DayNumber, pauses: readonly Pause[], limit: Limit, table: WorkingDayTable): Count {
  const stretches: Stretch[] = []
  const until = limit.until ?? Number.POSITIVE_INFINITY
  let left = limit.workingDays ?? Number.POSITIVE_INFINITY
  let at = start
  for (const pause of pauses) {
    if (pause.to !== null && pause.to <= at) continue
    const before = table.count(at, pause.from - 1)
    if (before >= left || pause.from > until) break
    if (pause.from > at + 1) stretches.push({ kind: 'counted', from: at + 1, to: pause.from - 1, counted: before })
    const to = limit.until === undefined ? pause.to : Math.min(pause.to ?? until, until)
    stretches.push({ kind: 'paused', pause: { ...pause, from: Math.max(pause.from, at + 1), to } })
    if (to === null) return { stretches, end: null }
    left -= before
    at = to
  }
  const end = limit.until ?? table.nth(at, left)
  if (end > at) stretches.push({ kind: 'counted', from: at + 1, to: end, counted: table.count(at, end) })
  return { stretches, end }
}

/** The last day of a period; null while that depends on an answer. A postponed one ends on its own day (条例35). */
export function countDue(period: Period, pauses: readonly Pause[], table: WorkingDayTable): DayNumber | null {
  return period.postponedUntil ?? countFrom(period.start, pauses, limitOf(period), table).end
}

/** Working days of a period, its extension included. */
export function limitOf({ workingDays, extension }: Period): { readonly workingDays: number } {
  return { workingDays: workingDays + (extension?.workingDays ?? 0) }
}

/**
 * The days that consultations take out of the count, as of a day: the union where several overlap. A pause begins on the
 * day after the letter was sent and ends with the answer, after 15 working days of silence, or with the request itself.
 */
export function pausesOf(timeline: Timeline, asOf: DayNumber, view: View): readonly Pause[] {
  if (timeline.consultations.length === 0) return none
  const each = timeline.consultations
    .map((one) => ({ from: one.sentOn + 1, to: endOf(one, timeline, asOf, view), consultations: [one] }))
    .filter(({ from, to }) => to === null || to >= from)
    .sort((a, b) => a.from - b.from)
  const union: Pause[] = []
  for (const next of each) {
    const last = union.at(-1)
    if (!last || (last.to !== null && next.from > last.to + 1)) {
      union.push(next)
      continue
    }
    union[union.length - 1] = {
      from: last.from,
      to: last.to === null || next.to === null ? null : Math.max(last.to, next.to),
      consultations: [...last.consultations, ...next.consultations],
    }
  }
  return union
}

const none: readonly Pause[] = []

function endOf(consultation: Consultation, timeline: Timeline, asOf: DayNumber, view: View): DayNumber | null {
  const { capOn, answeredOn } = consultation
  // Who replies without waiting ends the consultation that day.
  const end = answeredOn ?? timeline.closing?.on ?? null
  if (end !== null) return capOn === null ? end : Math.min(end, capOn)
  return isOpen(consultation, asOf) && view === 'known' ? null : capOn
}
