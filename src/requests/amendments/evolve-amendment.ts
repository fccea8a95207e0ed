import type { Day } from '../../statute/day.ts'
import type { AmendmentCase, AmendmentResult } from './amendment-case.ts'
import type { AmendmentEvent, AmendmentEventOf } from './amendment-event.ts'
import type { AmendmentLetterKind } from './letters/amendment-letter-kind.ts'

/** The case after one more event; `before` is null for the first one, which registers it. */
export function evolveAmendment(before: AmendmentCase | null, event: AmendmentEvent): AmendmentCase {
  if (event.type === 'registered') return begin(event)
  if (!before) throw new TypeError(`a record amendment cannot begin with ${event.type}`)
  return { ...before, ...changeOf(before, event) }
}

/** The case that `events` made, oldest first; null where there are none. */
export function foldAmendment(events: readonly AmendmentEvent[]): AmendmentCase | null {
  return events.reduce<AmendmentCase | null>(evolveAmendment, null)
}

function begin({ type: _, on, ...told }: AmendmentEventOf<'registered'>): AmendmentCase {
  return {
    ...told,
    phase: 'handling',
    arrivedOn: on,
    dispatches: [],
    decision: null,
    approval: null,
    transfer: null,
    elsewhere: null,
    service: null,
    letters: [],
    reached: {},
    approved: [],
    reopening: null,
    closing: null,
  }
}

function changeOf(
  before: AmendmentCase,
  event: Exclude<AmendmentEvent, { type: 'registered' }>,
): Partial<AmendmentCase> {
  const { on } = event
  switch (event.type) {
    case 'targetSet':
      return { targetOn: event.targetOn }
    case 'evidenceAsked':
      return { phase: 'awaitingEvidence', ...reach(before, 'evidenceNotice', on) }
    case 'evidenceReceived': {
      const { evidence, powerOfAttorney } = event
      const agent = before.agent && powerOfAttorney ? { ...before.agent, powerOfAttorney } : before.agent
      return { phase: 'handling', evidence: [...before.evidence, ...evidence], agent }
    }
    case 'dispatched': {
      const { dispatch, unit, dueOn, question } = event
      return { dispatches: [...before.dispatches, { dispatch, unit, sentOn: on, dueOn, question, answer: null }] }
    }
    case 'dispatchAnswered':
      return {
        dispatches: before.dispatches.map((one) => (one.dispatch === event.dispatch ? { ...one, answer: event } : one)),
      }
    case 'transferred': {
      const { amendingAgency, contact, reasons } = event
      return {
        phase: 'transferred',
        transfer: { amendingAgency, contact, reasons, on, toldOn: null },
        reached: { ...before.reached, transferLetter: on, transferNotice: on },
      }
    }
    case 'transferTold':
      return { ...end('transferred', on), transfer: before.transfer && { ...before.transfer, toldOn: on } }
    case 'toldElsewhere': {
      const { amendingAgency, contact, reasons } = event
      return {
        ...end('toldElsewhere', on),
        elsewhere: { amendingAgency, contact, reasons, on },
        ...reach(before, 'elsewhereNotice', on),
      }
    }
    case 'decided':
      return { phase: 'decided', decision: { ...event.decision, on, by: event.by }, approval: null }
    case 'decisionReturned':
      return {
        phase: 'handling',
        decision: null,
        approval: null,
        approved: before.approval ? before.approved.slice(0, -1) : before.approved,
      }
    case 'approved': {
      const { approval, documentNumber } = event
      return {
        phase: 'approved',
        approval: { on, approval, documentNumber },
        approved: [...before.approved, { on, documentNumber }],
      }
    }
    case 'served': {
      const { method, tracking } = event
      if (!before.decision) throw new TypeError('a decision was served that nobody had made')
      return { ...end(before.decision.result, on), service: { on, method, tracking, proof: null } }
    }
    case 'serviceProved':
      return { service: before.service && { ...before.service, proof: event.proof } }
    case 'letterKept': {
      const { type: _, ...letter } = event
      return { letters: [...before.letters, letter] }
    }
    case 'withdrawn':
      return end('withdrawn', on)
    case 'reopened': {
      const { remedy, until } = event
      const undone = { decision: null, approval: null, service: null, elsewhere: null, closing: null }
      return { ...undone, phase: 'handling', reopening: { on, remedy, until }, targetOn: until }
    }
  }
}

function reach({ reached }: AmendmentCase, kind: AmendmentLetterKind, on: Day): Pick<AmendmentCase, 'reached'> {
  return { reached: { ...reached, [kind]: on } }
}

function end(result: AmendmentResult, on: Day): Pick<AmendmentCase, 'phase' | 'closing'> {
  return { phase: 'closed', closing: { result, on } }
}
