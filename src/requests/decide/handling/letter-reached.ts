import type { Day } from '../../../statute/day.ts'
import type { RequestCase } from '../../case/request-case.ts'
import type { ClockEvent, ConsultedWith } from '../../clock/clock-event.ts'
import type { LetterKind } from '../../letters/letter-kind.ts'

/** Letters that are written to somebody who was consulted. */
export const lettersToParties: Readonly<Partial<Record<LetterKind, ConsultedWith>>> = {
  thirdPartyConsultation: 'thirdParty',
  coMakerConsultation: 'coMaker',
  otherAgencyConsultation: 'otherAgency',
  thirdPartyNotice: 'thirdParty',
}

/** The day of the act that a letter tells of, before which it cannot have gone out; null while the case has not come to it. */
export function letterReachedOn(request: RequestCase, kind: LetterKind, party: string | null): Day | null {
  const heard = (type: ClockEvent['type']) => request.clockEvents.findLast((one) => one.type === type)?.on ?? null
  const { consultations, fee, closing, receivedOn, replies } = request
  switch (kind) {
    case 'receipt':
      return receivedOn
    case 'correctionNotice':
      return heard('correctionRequested')
    case 'justificationNotice':
      return heard('justificationRequested')
    case 'extensionNotice':
      return heard('extended')
    case 'postponementNotice':
      return heard('postponed')
    case 'consultationNotice':
      return consultations.at(0)?.sentOn ?? null
    case 'thirdPartyConsultation':
    case 'coMakerConsultation':
    case 'otherAgencyConsultation':
    case 'thirdPartyNotice': {
      const meant = consultations.findLast(
        (one) =>
          one.with === lettersToParties[kind] &&
          (party === null || one.party === party) &&
          (kind !== 'thirdPartyNotice' || one.informed),
      )
      return meant?.sentOn ?? null
    }
    case 'feeNotice':
      return fee?.notifiedOn ?? null
    case 'correctionOverdueNotice':
      return closing?.outcome === 'other.correctionOverdue' ? closing.on : null
    case 'feeOverdueNotice':
      return closing?.outcome === 'other.feeOverdue' ? closing.on : null
    case 'withdrawalNotice':
      return request.phase === 'closed' || request.phase === 'archived' ? heard('withdrawn') : null
    case 'reply':
      return replies.at(-1)?.on ?? null
  }
}
