import type { LedgerRequest } from '../../requests/events/ledger-request.ts'
import type { RequestEvent } from '../../requests/events/request-event.ts'

/** The fields that an imported row may lack. */
const nothing: Omit<LedgerRequest, 'channel' | 'receivedOn' | 'applicantKind'> = {
  applicant: null,
  correctionRequestedOn: null,
  correctionUntil: null,
  correctedOn: null,
  consultationSentOn: null,
  consultationReceivedOn: null,
  consultationAnsweredOn: null,
  extendedOn: null,
  extensionDays: null,
  outcome: null,
  repliedOn: null,
  feeNotifiedOn: null,
  feeCharged: null,
  feePaidOn: null,
  reopenedOn: null,
  newOutcome: null,
  newRepliedOn: null,
}

/** An event as it is stored: an imported row without its empty fields, which are most of it. */
export function toStored(event: RequestEvent): string {
  if (event.type !== 'imported') return JSON.stringify(event)
  const row = Object.fromEntries(Object.entries(event.row).filter(([, value]) => value !== null))
  return JSON.stringify({ ...event, row })
}

/** An event as it was before it was stored. */
export function fromStored(stored: RequestEvent): RequestEvent {
  return stored.type === 'imported' ? { ...stored, row: { ...nothing, ...stored.row } } : stored
}
