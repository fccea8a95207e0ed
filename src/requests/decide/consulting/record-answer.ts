import type { Act } from '../decided.ts'
import { consultedParty } from './consulted-party.ts'

/** 收到意见: an objection counts only with reasons (条例32). */
export const recordAnswer: Act<'recordAnswer'> = (request, { on, party, answer, reasons }) => {
  const found = consultedParty(request, party)
  if (!found) return { rule: 'consultation-unknown' }
  if (found.answer !== null && found.answer !== 'silent') return { rule: 'consultation-answered-already' }
  if (answer !== 'consents' && reasons === null) return { rule: 'objection-without-reasons' }
  return [{ type: 'consultationAnswered', on, party, answer, reasons: reasons ?? '' }]
}
