import type { Act } from '../decided.ts'
import { consultedParty } from './consulted-party.ts'

/** 征求意见书送达: the day they received it, from which their 15 working days are counted (条例32, 条例34). */
export const confirmConsultation: Act<'confirmConsultation'> = (request, { on, party }) => {
  const found = consultedParty(request, party)
  if (!found) return { rule: 'consultation-unknown' }
  if (found.receivedOn !== null) return { rule: 'consultation-arrived-already', details: { on: found.receivedOn } }
  if (on < found.sentOn) return { rule: 'consultation-arrival-too-early', details: { on: found.sentOn } }
  return [{ type: 'consultationReceived', on, party }]
}
