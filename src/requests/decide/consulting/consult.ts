import { thirdPartyLabel } from '../../words/third-party-label.ts'
import type { Act } from '../decided.ts'

/** 征求意见: a third party (条例32), a co-maker (条例34) or another agency (条例33¶3), in writing. */
export const consult: Act<'consult'> = (
  { consultations },
  { on, party, person, information, receivedOn, with: whom },
) => {
  if ((whom === 'thirdParty') !== (person !== null) || (party === null) !== (person !== null))
    return { rule: 'consulted-unnamed' }
  // Third parties are told apart by their number in the case.
  const label = party ?? thirdPartyLabel(consultations.filter((one) => one.with === 'thirdParty').length + 1)
  return [{ type: 'consultationSent', on, with: whom, party: label, person, information, receivedOn }]
}
