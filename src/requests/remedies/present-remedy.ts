import type { Language } from '../../refusals/refusal.ts'
import type { Calendar } from '../../statute/calendar/calendar.ts'
import type { Day } from '../../statute/day.ts'
import { type EvaluatedRemedy, evaluateRemedy, type RemedyStep } from './evaluate-remedy.ts'
import type { Remedy } from './remedy.ts'
import { remedyWords } from './words/remedy-words.ts'

/** A case as it leaves the program: what is on record, where it stands, and the steps to its last day in words. */
export type PresentedRemedy = Remedy &
  Omit<EvaluatedRemedy, 'steps'> & {
    readonly steps: readonly (Pick<RemedyStep, 'from' | 'to' | 'counted' | 'article'> & { readonly why: string })[]
  }

export function presentRemedy(remedy: Remedy, calendar: Calendar, today: Day, language: Language): PresentedRemedy {
  const { steps, ...evaluated } = evaluateRemedy(remedy, calendar, today)
  return {
    ...remedy,
    ...evaluated,
    steps: steps.map(({ from, to, counted, reason, article }) => {
      const inWorkingDays =
        reason.is === 'countedAsSimple' || (reason.is === 'counted' && reason.unit === 'workingDays')
      const worked = inWorkingDays ? [...calendar.work].filter((on) => from <= on && on <= to).sort() : []
      return { from, to, counted, why: remedyWords[language].why(reason, worked), article }
    }),
  }
}
