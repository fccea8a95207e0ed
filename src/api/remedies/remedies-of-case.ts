import { z } from 'zod'
import { evaluateRemedy } from '../../requests/remedies/evaluate-remedy.ts'
import type { Remedy } from '../../requests/remedies/remedy.ts'
import type { Calendar } from '../../statute/calendar/calendar.ts'
import type { Day } from '../../statute/day.ts'
import { daySchema } from '../requests/act-schemas.ts'

/** The remedies of a request or a record amendment, as its own page tells them. */
export const remediesOfCaseSchema = z.array(
  z.object({
    caseNumber: z.string(),
    kind: z.string(),
    state: z.string(),
    dueOn: daySchema.nullable(),
    overdue: z.boolean(),
    provisional: z.boolean(),
    result: z.string().nullable(),
  }),
)

export function presentRemedies(remedies: readonly Remedy[], calendar: Calendar, today: Day) {
  return remedies.map((remedy) => {
    const { state, dueOn, overdue, provisional } = evaluateRemedy(remedy, calendar, today)
    const { caseNumber, kind, result } = remedy
    return { caseNumber, kind, state, dueOn, overdue, provisional, result }
  })
}
