import type { Act } from '../decided.ts'
import { consultedParty } from './consulted-party.ts'

/** 告知第三方: an objection is not followed; what is disclosed and why is told in writing (条例32). */
export const informThirdParty: Act<'informThirdParty'> = (request, { on, party, reasons }) => {
  const found = consultedParty(request, party)
  if (found?.with !== 'thirdParty') return { rule: 'consultation-unknown' }
  if (found.informed) return { rule: 'third-party-informed-already' }
  if (found.answer !== 'objects' && found.answer !== 'partly') return { rule: 'third-party-did-not-object' }
  return [{ type: 'thirdPartyInformed', on, party, reasons }]
}
