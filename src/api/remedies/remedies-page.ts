import type { Language } from '../../refusals/refusal.ts'
import { type PresentedRemedy, presentRemedy } from '../../requests/remedies/present-remedy.ts'
import type { Calendar } from '../../statute/calendar/calendar.ts'
import type { Day } from '../../statute/day.ts'
import { awaitingRemedies, listRemedies, type RemedyFilter } from '../../storage/remedies/list-remedies.ts'
import type { Trx } from '../../storage/storage.ts'
import type { Reopening } from './perform-remedy-act.ts'

type Counting = { readonly calendar: Calendar; readonly today: Day; readonly language: Language }

export type PresentedRemediesPage = {
  readonly remedies: readonly Omit<PresentedRemedy, 'steps'>[]
  /** To ask for the next page with; null after the last. */
  readonly next: string | null
}

/** An agency's cases, newest first and a page at a time; with `dueBy` all that it has to answer by that day, by deadline. */
export async function remediesPage(
  trx: Trx,
  agencyId: number,
  { dueBy, ...filter }: RemedyFilter & { readonly dueBy: Day | null },
  page: { readonly after: string | null; readonly limit: number },
  { calendar, today, language }: Counting,
): Promise<PresentedRemediesPage> {
  const { remedies, next } = dueBy
    ? { remedies: await awaitingRemedies(trx, agencyId), next: null }
    : await listRemedies(trx, agencyId, filter, page)
  const shown = remedies.map((remedy) => {
    const { steps: _, ...one } = presentRemedy(remedy, calendar, today, language)
    return one
  })
  if (!dueBy) return { remedies: shown, next }
  const due = shown
    .filter(({ dueOn }) => dueOn !== null && dueOn <= dueBy)
    .sort((a, b) => String(a.dueOn).localeCompare(String(b.dueOn)))
  return { remedies: due, next }
}

/** What can be reopened, as answers tell it. */
export function reopensTold(reopens: Reopening | null) {
  return { reopens: reopens?.number ?? null, reopensProcedure: reopens?.procedure ?? null }
}

/** What a change of a case is answered with: where it stands, its last day, and what can be reopened. */
export function remedyAnswer(
  { caseNumber, state, dueOn, overdue, provisional, result }: PresentedRemedy,
  reopens: Reopening | null,
) {
  return { caseNumber, state, dueOn, overdue, provisional, result, ...reopensTold(reopens) }
}
