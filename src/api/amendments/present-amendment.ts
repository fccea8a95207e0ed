import type { OfficeRole } from '../../office/role.ts'
import type { AmendmentEvent } from '../../requests/amendments/amendment-event.ts'
import { amendmentListing, waitingDays } from '../../requests/amendments/amendment-listing.ts'
import { allowedAmendmentActs } from '../../requests/amendments/amendment-transitions.ts'
import type { Remedy } from '../../requests/remedies/remedy.ts'
import type { Calendar } from '../../statute/calendar/calendar.ts'
import type { Day } from '../../statute/day.ts'
import type { AmendmentPage, ListedAmendment } from '../../storage/amendments/list-amendments.ts'
import type { LoadedAmendment } from '../../storage/amendments/load-amendment.ts'
import { presentRemedies } from '../remedies/remedies-of-case.ts'

/** A record amendment as it leaves the program: no name, no reference to a person. */
export type PresentedAmendment = ReturnType<typeof presentAmendment>

/** Puts together what an office sees of a case. Everything that leaves is named here. */
export function presentAmendment(
  { number, version, amendment, events, record, claim }: LoadedAmendment,
  remedies: readonly Remedy[],
  calendar: Calendar,
  today: Day,
  roles: readonly OfficeRole[],
) {
  const { applicant: _, ...listing } = amendmentListing(amendment)
  return {
    number,
    version,
    ...listing,
    record,
    claim,
    transferredFrom: amendment.transferredFrom,
    waitingDays: waitingDays(listing.arrivedOn, listing.closedOn, today),
    evidence: amendment.evidence,
    dispatches: amendment.dispatches,
    decision: amendment.decision,
    documentNumber: amendment.approval?.documentNumber ?? null,
    letters: amendment.letters,
    service: amendment.service,
    reopening: amendment.reopening,
    transfer: amendment.transfer,
    elsewhere: amendment.elsewhere,
    remedies: presentRemedies(remedies, calendar, today),
    allowed: allowedAmendmentActs(amendment, roles),
    events: events.map(({ version: at, recordedAt, actor, event }) => ({
      version: at,
      recordedAt: recordedAt.toISOString(),
      actor,
      ...shownEvent(event),
    })),
  }
}

/** A page of cases, each with the days that it has been waiting. */
export function presentAmendmentPage({ amendments, next }: AmendmentPage, today: Day) {
  const shown = (one: ListedAmendment) => ({ ...one, waitingDays: waitingDays(one.arrivedOn, one.closedOn, today) })
  return { amendments: amendments.map(shown), next }
}

/** References to people stay inside: they lead to identities. */
function shownEvent(event: AmendmentEvent) {
  if (event.type !== 'registered') return event
  const { applicant: _, agent, ...rest } = event
  return { ...rest, agent: agent !== null }
}
