import { lastDayToAnswer } from '../clock-allows.ts'
import type { Act } from '../decided.ts'
import { consultedParty } from './consulted-party.ts'

/**
 * 逾期未答复: a third party leaves the decision to the agency (条例32), a co-maker consents (条例34). The clock ran on without
 * this act; it is for the file. Other agencies have no period, so their silence means nothing.
 */
export const recordSilence: Act<'recordSilence'> = (request, { on, party }, { calendar }) => {
  const found = consultedParty(request, party)
  if (!found) return { rule: 'consultation-unknown' }
  if (found.answer !== null) return { rule: 'consultation-answered-already' }
  const last = lastDayToAnswer(found, calendar)
  if (last === null) return { rule: 'silence-without-period' }
  if (on <= last) return { rule: 'silence-too-early', details: { on: last } }
  return [{ type: 'consultationSilent', on, party }]
}
