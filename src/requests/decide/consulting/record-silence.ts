import { workingDayTable } from '../../../statute/calendar/working-day-table.ts'
import { dayNumber } from '../../../statute/day.ts'
import { timeLimitOn } from '../../../statute/time-limits.ts'
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
  const limit = limitOf(found.with, found.sentOn)
  if (limit === null || found.receivedOn === null) return { rule: 'silence-without-period' }
  const table = workingDayTable(calendar)
  const last = table.dayOf(table.nth(dayNumber(found.receivedOn), limit))
  if (on <= last) return { rule: 'silence-too-early', details: { on: last } }
  return [{ type: 'consultationSilent', on, party }]
}

function limitOf(whom: 'thirdParty' | 'coMaker' | 'otherAgency', on: Parameters<typeof timeLimitOn>[1]) {
  if (whom === 'otherAgency') return null
  return timeLimitOn(whom === 'thirdParty' ? 'thirdPartyConsultation' : 'coMakerConsultation', on)?.value ?? null
}
