import type { RequestCase } from './request-case.ts'

/** Whom an open case waits for; who else has nothing to do on it now. */
export const awaitedParties = ['clerk', 'applicant', 'businessUnit', 'consulted', 'approver'] as const
export type AwaitedParty = (typeof awaitedParties)[number]

/** Everybody a case waits for; the clerk where it waits for nobody else. Nobody once it is closed. */
export function waitingFor(request: RequestCase): readonly AwaitedParty[] {
  switch (request.phase) {
    case 'closed':
    case 'joined':
    case 'archived':
      return []
    case 'awaitingCorrection':
    case 'awaitingPayment':
      return ['applicant']
    case 'decided':
      return ['approver']
    case 'unconfirmed':
    case 'approved':
      return ['clerk']
    case 'handling':
    case 'reopened': {
      const awaited: AwaitedParty[] = []
      if (request.justification === 'asked') awaited.push('applicant')
      if (request.dispatches.some(({ answer }) => !answer)) awaited.push('businessUnit')
      if (request.consultations.some(({ answer }) => !answer)) awaited.push('consulted')
      return awaited.length > 0 ? awaited : ['clerk']
    }
  }
}
