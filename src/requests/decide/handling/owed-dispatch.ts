import type { RequestCase } from '../../case/request-case.ts'
import type { Objection } from '../decided.ts'

/** What speaks against an answer being due on a dispatch; null where it is due. */
export function owedDispatch({ dispatches }: RequestCase, number: number): Objection | null {
  const found = dispatches.find(({ dispatch }) => dispatch === number)
  if (!found) return { rule: 'dispatch-unknown', details: { dispatch: number } }
  return found.answer ? { rule: 'dispatch-answered', details: { unit: found.unit } } : null
}
