import type { ClockStep } from '../../requests/clock/clock-step.ts'
import { type Calendar, isWorkingDay } from '../../statute/calendar/calendar.ts'
import { addDays, type Day, day, weekday } from '../../statute/day.ts'

/** What a day is to the clock; days without a mark are not part of it. */
export type DayMark = 'start' | 'counted' | 'void' | 'paused' | 'waiting' | 'postponed' | 'due'

export type MarkedDay = {
  readonly on: Day
  readonly mark: DayMark | null
  /** Which working day of the period it is, where it is counted. */
  readonly number: number | null
  /** A weekday off, or a weekend day worked: what a person would not expect. */
  readonly unusual: 'off' | 'worked' | null
}

/** A month as weeks of seven places, Sunday first; null where the place belongs to another month. */
export type Month = {
  readonly year: number
  readonly month: number
  readonly weeks: readonly (readonly (MarkedDay | null)[])[]
}

/** The months from the first step to the last, at most `most`; `cut` when there are more. */
export function clockMonths(
  steps: readonly ClockStep[],
  dueOn: Day | null,
  calendar: Calendar,
  most: number,
): { readonly months: readonly Month[]; readonly cut: boolean } {
  const marked = markDays(steps, dueOn, calendar)
  const days = [...marked.keys()].sort()
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return { months: [], cut: false }
  const months: Month[] = []
  for (let on = day(`${first.slice(0, 7)}-01`); on <= last; on = firstOfNext(on)) {
    if (months.length === most) return { months, cut: true }
    months.push(monthOf(on, marked, calendar))
  }
  return { months, cut: false }
}

type Mark = Pick<MarkedDay, 'mark' | 'number'>

function markDays(steps: readonly ClockStep[], dueOn: Day | null, calendar: Calendar): ReadonlyMap<Day, Mark> {
  const marked = new Map<Day, Mark>()
  let number = 0
  for (const { from, to, reason } of steps) {
    if (reason.is === 'start') number = 0
    for (let on = from; on <= (to ?? from); on = addDays(on, 1)) {
      const mark = markOf(reason)
      const counts = mark === 'counted' || mark === 'void'
      if (counts && !isWorkingDay(calendar, on)) marked.set(on, { mark: null, number: null })
      else marked.set(on, { mark, number: counts ? ++number : null })
    }
  }
  if (dueOn !== null) marked.set(dueOn, { mark: 'due', number: marked.get(dueOn)?.number ?? null })
  return marked
}

function markOf(reason: ClockStep['reason']): DayMark | null {
  switch (reason.is) {
    case 'start':
      return 'start'
    case 'counted':
      return reason.dropped === null ? 'counted' : 'void'
    case 'extended':
      return 'counted'
    case 'consulting':
      return 'paused'
    case 'waiting':
      return 'waiting'
    case 'postponed':
      return 'postponed'
    case 'rest':
      return null
  }
}

function monthOf(first: Day, marked: ReadonlyMap<Day, Mark>, calendar: Calendar): Month {
  const places: (MarkedDay | null)[] = Array.from({ length: weekday(first) }, () => null)
  for (let on = first; on < firstOfNext(first); on = addDays(on, 1)) {
    const unusual = calendar.work.has(on)
      ? 'worked'
      : calendar.off.has(on) && ![0, 6].includes(weekday(on))
        ? 'off'
        : null
    places.push({ on, mark: null, number: null, ...marked.get(on), unusual })
  }
  while (places.length % 7 > 0) places.push(null)
  const weeks = Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7))
  return { year: Number(first.slice(0, 4)), month: Number(first.slice(5, 7)), weeks }
}

function firstOfNext(first: Day): Day {
  return day(`${addDays(first, 31).slice(0, 7)}-01`)
}
