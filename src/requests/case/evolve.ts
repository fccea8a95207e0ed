import type { Day } from '../../statute/day.ts'
import type { OutcomeId } from '../../statute/outcomes.ts'
import { receiptChannels } from '../../statute/receipt-channels.ts'
import type { ClockEvent } from '../clock/clock-event.ts'
import type { EventOf, RequestEvent } from '../events/request-event.ts'
import { caseOfLedger } from './case-of-ledger.ts'
import type { Dispatch, RequestCase } from './request-case.ts'

/** The case after one more event; `before` is null for the first one, which registers or imports it. */
export function evolve(before: RequestCase | null, event: RequestEvent): RequestCase {
  if (event.type === 'registered') return begin(event)
  if (event.type === 'imported') return caseOfLedger(event.row)
  if (!before) throw new TypeError(`a case cannot begin with ${event.type}`)
  return { ...before, ...changeOf(before, event) }
}

/** The case that `events` made, oldest first; null where there are none. */
export function foldEvents(events: readonly RequestEvent[]): RequestCase | null {
  return events.reduce<RequestCase | null>(evolve, null)
}

/** Whether the day of receipt by this channel is the day on which both sides confirmed (条例31). */
export function isConfirmed(channel: RequestCase['channel']): boolean {
  return receiptChannels.some(({ id, confirmed }) => id === channel && confirmed)
}

function begin({ on, channel, applicantKind, applicants, agent, wanted }: EventOf<'registered'>): RequestCase {
  const confirmed = isConfirmed(channel)
  return {
    phase: confirmed ? 'unconfirmed' : 'handling',
    channel,
    arrivedOn: on,
    receivedOn: confirmed ? null : on,
    applicantKind,
    applicants,
    agent,
    wanted,
    items: [],
    corrected: false,
    dispatches: [],
    legalReview: null,
    consultations: [],
    justification: 'notAsked',
    fee: null,
    decision: null,
    approval: null,
    service: null,
    replies: [],
    letters: [],
    closing: null,
    reopening: null,
    closingAnew: null,
    joinedInto: null,
    volume: null,
    clockEvents: [],
  }
}

type Later = Exclude<RequestEvent, { type: 'registered' | 'imported' }>

/** What an event changes. The clock hears of it until the case has ended for the first time. */
function changeOf(before: RequestCase, event: Later): Partial<RequestCase> {
  switch (event.type) {
    case 'receiptConfirmed':
      return { phase: 'handling', receivedOn: event.on }
    case 'correctionRequested':
      return { phase: 'awaitingCorrection', ...hear(before, { type: event.type, on: event.on, until: event.until }) }
    case 'corrected':
      return {
        phase: 'handling',
        corrected: true,
        agent:
          before.agent && event.powerOfAttorney
            ? { ...before.agent, powerOfAttorney: event.powerOfAttorney }
            : before.agent,
        ...hear(before, { type: event.type, on: event.on }),
      }
    case 'abandoned':
      return { ...end(before, 'other.correctionOverdue', event.on), ...hear(before, event) }
    case 'itemsListed':
      return { items: event.items }
    case 'joined':
      return { phase: 'joined', joinedInto: event.into }
    case 'dispatched':
    case 'dispatchChased':
    case 'dispatchAnswered':
    case 'dispatchReturned':
      return { dispatches: dispatchesAfter(before.dispatches, event) }
    case 'legallyReviewed':
      return { legalReview: event }
    case 'consultationSent': {
      const { on, with: whom, party, person, information, receivedOn } = event
      const sent = { with: whom, party, person, information, sentOn: on, receivedOn, answer: null, informed: false }
      return {
        consultations: [...before.consultations, sent],
        ...hear(before, { type: event.type, on, with: whom, party, receivedOn }),
      }
    }
    case 'consultationReceived':
      return {
        consultations: ofParty(before, event.party, { receivedOn: event.on }),
        clockEvents: before.clockEvents.map((one) =>
          one.type === 'consultationSent' && one.party === event.party && one.receivedOn === null
            ? { ...one, receivedOn: event.on }
            : one,
        ),
      }
    case 'consultationAnswered':
      return {
        consultations: ofParty(before, event.party, { answer: event.answer }),
        ...hear(before, { type: event.type, on: event.on, party: event.party }),
      }
    case 'consultationSilent':
      return { consultations: ofParty(before, event.party, { answer: 'silent' }) }
    case 'thirdPartyInformed':
      return { consultations: ofParty(before, event.party, { informed: true }) }
    case 'justificationRequested':
      return {
        justification: 'asked',
        ...hear(before, { type: event.type, on: event.on, until: event.until }),
      }
    case 'justified':
      return {
        justification: event.reasonable ? 'reasonable' : 'unreasonable',
        ...hear(before, { type: event.type, on: event.on }),
      }
    case 'postponed':
      return hear(before, { type: event.type, on: event.on, until: event.until })
    case 'extended':
      return hear(before, { type: event.type, on: event.on, workingDays: event.workingDays })
    case 'feeNotified':
      return {
        phase: 'awaitingPayment',
        fee: { notifiedOn: event.on, cents: event.cents, paidOn: null },
        ...hear(before, { type: event.type, on: event.on, receivedOn: event.receivedOn }),
      }
    case 'feeNoticeReceived':
      return {
        clockEvents: before.clockEvents.map((one) =>
          one.type === 'feeNotified' && one.receivedOn === null ? { ...one, receivedOn: event.on } : one,
        ),
      }
    case 'feePaid':
      return {
        phase: 'handling',
        fee: before.fee && { ...before.fee, paidOn: event.on },
        ...hear(before, event),
      }
    case 'feeLapsed':
      return { ...end(before, 'other.feeOverdue', event.on), ...hear(before, event) }
    case 'decided':
      return { phase: 'decided', decision: { ...event.decision, on: event.on, by: event.by }, approval: null }
    case 'decisionReturned':
      return {
        phase: before.reopening ? 'reopened' : 'handling',
        decision: null,
        approval: null,
        replies: before.approval ? before.replies.slice(0, -1) : before.replies,
      }
    case 'approved': {
      const { on, approval, documentNumber } = event
      return {
        phase: 'approved',
        approval: { on, approval, documentNumber },
        replies: [...before.replies, { documentNumber, on }],
      }
    }
    case 'served': {
      const { on, method, tracking } = event
      if (!before.decision) throw new TypeError('a reply was served that nobody had decided')
      return {
        ...end(before, before.decision.outcome, on),
        service: { on, method, tracking, proof: null },
        ...hear(before, { type: 'replied', on }),
      }
    }
    case 'serviceProved':
      return { service: before.service && { ...before.service, proof: event.proof } }
    case 'letterKept': {
      const { type: _, ...letter } = event
      return { letters: [...before.letters, letter] }
    }
    case 'withdrawn':
      return { ...end(before, 'other.remaining', event.on), ...hear(before, event) }
    case 'reopened': {
      const { on, remedy, until } = event
      return { phase: 'reopened', reopening: { on, remedy, until }, decision: null, approval: null, service: null }
    }
    case 'archived':
      return { phase: 'archived', volume: event.volume }
  }
}

/** After the first end nothing that happens belongs to the statutory count any more. */
function hear(before: RequestCase, event: ClockEvent): Pick<RequestCase, 'clockEvents'> {
  return { clockEvents: before.closing ? before.clockEvents : [...before.clockEvents, event] }
}

/** A case that was reopened keeps its first end, which is the one that counts. */
function end(before: RequestCase, outcome: OutcomeId, on: Day): Partial<RequestCase> {
  return before.closing
    ? { phase: 'closed', closingAnew: { outcome, on } }
    : { phase: 'closed', closing: { outcome, on } }
}

type DispatchEvent = EventOf<'dispatched' | 'dispatchChased' | 'dispatchAnswered' | 'dispatchReturned'>

function dispatchesAfter(before: readonly Dispatch[], event: DispatchEvent): readonly Dispatch[] {
  if (event.type === 'dispatched') {
    const { dispatch, unit, on, dueOn, question } = event
    return [...before, { dispatch, unit, sentOn: on, dueOn, question, chasedOn: null, answer: null }]
  }
  return before.map((one) => (one.dispatch === event.dispatch ? { ...one, ...changeOfDispatch(event) } : one))
}

function changeOfDispatch(event: Exclude<DispatchEvent, { type: 'dispatched' }>): Partial<Dispatch> {
  switch (event.type) {
    case 'dispatchChased':
      return { chasedOn: event.on }
    case 'dispatchAnswered':
      return { answer: event }
    case 'dispatchReturned':
      return { answer: null }
  }
}

/** The latest consultation of a party, changed. */
function ofParty(before: RequestCase, party: string, change: Partial<RequestCase['consultations'][number]>) {
  const at = before.consultations.findLastIndex((one) => one.party === party)
  return before.consultations.map((one, place) => (place === at ? { ...one, ...change } : one))
}
