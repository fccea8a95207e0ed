import type { Language } from '../../refusals/refusal.ts'
import type { Calendar } from '../../statute/calendar/calendar.ts'
import type { Day } from '../../statute/day.ts'
import type { ClockStep } from './clock-step.ts'
import type { Clock } from './evaluate-clock.ts'
import { clockWords } from './words/clock-words.ts'

/** The clock as it leaves the program: the contract's object, its sentences in one language. */
export type PresentedClock = Omit<Clock, 'steps' | 'problems'> & {
  readonly steps: readonly (Pick<ClockStep, 'from' | 'to' | 'counted' | 'article'> & { readonly why: string })[]
  readonly problems: readonly { rule: string; message: string; article: string; event: number | null }[]
}

/** Puts words to a clock; `calendar` is the one it was run with. */
export function presentClock(clock: Clock, calendar: Calendar, language: Language): PresentedClock {
  const words = clockWords[language]
  return {
    ...clock,
    steps: clock.steps.map(({ from, to, counted, reason, article }) => {
      const why = words.why(reason, counted > 0 ? workedWeekends(calendar, from, to) : [])
      return { from, to, counted, why, article }
    }),
    problems: clock.problems.map(({ rule, event, article }) => ({
      rule,
      message: words.problems[rule],
      article,
      event,
    })),
  }
}

function workedWeekends(calendar: Calendar, from: Day, to: Day | null): readonly Day[] {
  return to === null ? [] : [...calendar.work].filter((on) => from <= on && on <= to).sort()
}
