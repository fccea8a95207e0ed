import type { OfficeRole } from '../../office/role.ts'
import type { Language } from '../../refusals/refusal.ts'
import { clockOf, listingOf } from '../../requests/case/listing-of.ts'
import { presentClock } from '../../requests/clock/present-clock.ts'
import { allowedActs } from '../../requests/decide/transitions.ts'
import type { RequestEvent } from '../../requests/events/request-event.ts'
import type { Remedy } from '../../requests/remedies/remedy.ts'
import type { Calendar } from '../../statute/calendar/calendar.ts'
import type { Day } from '../../statute/day.ts'
import type { LoadedRequest } from '../../storage/requests/load-request.ts'
import { presentRemedies } from '../remedies/remedies-of-case.ts'

/** A case as it leaves the program: no name, only references to people. */
export type PresentedRequest = ReturnType<typeof presentRequest>

/** Puts together what an office sees of a case. Everything that leaves is named here. */
export function presentRequest(
  { number, version, request, events }: LoadedRequest,
  content: string | null,
  remedies: readonly Remedy[],
  calendar: Calendar,
  today: Day,
  language: Language,
  roles: readonly OfficeRole[],
) {
  const clock = clockOf(request, calendar, today)
  const listing = listingOf(request, calendar, today)
  const { receivedOn, ownDueOn, dueOn, outcome, repliedOn, newOutcome, newRepliedOn } = listing
  return {
    number,
    version,
    phase: request.phase,
    channel: request.channel,
    applicantKind: request.applicantKind,
    arrivedOn: request.arrivedOn,
    receivedOn,
    content,
    wanted: request.wanted,
    items: request.items,
    dueOn,
    ownDueOn,
    outcome,
    repliedOn,
    newOutcome,
    newRepliedOn,
    decision: request.decision,
    documentNumber: request.approval?.documentNumber ?? null,
    letters: request.letters,
    dispatches: request.dispatches,
    consultations: request.consultations.map(({ person: _, ...shown }) => shown),
    joinedInto: request.joinedInto,
    remedies: presentRemedies(remedies, calendar, today),
    clock: clock && presentClock(clock, calendar, language),
    allowed: allowedActs(request, roles, { today, calendar }),
    events: events.map(({ version: at, recordedAt, actor, event }) => ({
      version: at,
      recordedAt: recordedAt.toISOString(),
      actor,
      ...shownEvent(event),
    })),
  }
}

/** References to people stay inside: they lead to identities. */
function shownEvent(event: RequestEvent) {
  switch (event.type) {
    case 'registered': {
      const { applicants, agent, ...rest } = event
      return { ...rest, applicants: applicants.length, agent: agent !== null }
    }
    case 'imported': {
      const { applicant: _, ...row } = event.row
      return { ...event, row }
    }
    case 'consultationSent': {
      const { person: _, ...shown } = event
      return shown
    }
    default:
      return event
  }
}
