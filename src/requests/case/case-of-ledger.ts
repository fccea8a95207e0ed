import type { ClockEvent } from '../clock/clock-event.ts'
import type { LedgerRequest } from '../events/ledger-request.ts'
import type { Phase } from './phase.ts'
import type { RequestCase } from './request-case.ts'

/** The case that a row of the ledger tells of. It goes on from there like one that was registered here. */
export function caseOfLedger(row: LedgerRequest): RequestCase {
  const closing = row.outcome && row.repliedOn ? { outcome: row.outcome, on: row.repliedOn } : null
  const anew = row.newOutcome && row.newRepliedOn ? { outcome: row.newOutcome, on: row.newRepliedOn } : null
  return {
    phase: phaseOf(row),
    channel: row.channel,
    arrivedOn: row.receivedOn,
    receivedOn: row.receivedOn,
    applicantKind: row.applicantKind,
    applicants: row.applicant === null ? [] : [row.applicant],
    agent: null,
    wanted: null,
    items: [],
    corrected: row.correctedOn !== null,
    dispatches: [],
    legalReview: null,
    consultations: row.consultationSentOn
      ? [
          {
            with: 'thirdParty',
            party: '',
            person: null,
            information: '',
            sentOn: row.consultationSentOn,
            receivedOn: row.consultationReceivedOn,
            answer: null,
            informed: false,
          },
        ]
      : [],
    justification: 'notAsked',
    fee: row.feeNotifiedOn && { notifiedOn: row.feeNotifiedOn, cents: row.feeCharged ?? 0, paidOn: row.feePaidOn },
    decision: null,
    approval: null,
    service: null,
    replies: row.repliedOn === null ? [] : [{ documentNumber: null, on: row.repliedOn }],
    letters: [],
    closing,
    reopening: row.reopenedOn && { on: row.reopenedOn, remedy: '', until: null },
    closingAnew: anew,
    joinedInto: null,
    volume: null,
    clockEvents: clockEventsOf(row),
  }
}

function phaseOf(row: LedgerRequest): Phase {
  if (row.reopenedOn && !row.newRepliedOn) return 'reopened'
  if (row.repliedOn) return 'closed'
  if (row.feeNotifiedOn && !row.feePaidOn) return 'awaitingPayment'
  if (row.correctionRequestedOn && !row.correctedOn) return 'awaitingCorrection'
  return 'handling'
}

/** In the order of their days; of one day, in the order in which such things happen. */
function clockEventsOf(row: LedgerRequest): readonly ClockEvent[] {
  const events: ClockEvent[] = []
  if (row.correctionRequestedOn)
    events.push({
      type: 'correctionRequested',
      on: row.correctionRequestedOn,
      until: row.correctionUntil ?? row.correctedOn ?? row.correctionRequestedOn,
    })
  if (row.correctedOn) events.push({ type: 'corrected', on: row.correctedOn })
  if (row.consultationSentOn)
    events.push({
      type: 'consultationSent',
      on: row.consultationSentOn,
      with: 'thirdParty',
      party: '',
      receivedOn: row.consultationReceivedOn,
    })
  if (row.consultationAnsweredOn)
    events.push({ type: 'consultationAnswered', on: row.consultationAnsweredOn, party: '' })
  if (row.extendedOn) events.push({ type: 'extended', on: row.extendedOn, workingDays: row.extensionDays ?? 20 })
  if (row.feeNotifiedOn) events.push({ type: 'feeNotified', on: row.feeNotifiedOn, receivedOn: null })
  if (row.feePaidOn) events.push({ type: 'feePaid', on: row.feePaidOn })
  if (row.repliedOn) events.push({ type: endOf(row), on: row.repliedOn })
  return events.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function endOf({ outcome }: LedgerRequest): 'abandoned' | 'feeLapsed' | 'replied' {
  switch (outcome) {
    case 'other.correctionOverdue':
      return 'abandoned'
    case 'other.feeOverdue':
      return 'feeLapsed'
    default:
      return 'replied'
  }
}
