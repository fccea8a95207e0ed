import type { Day } from '../../statute/day.ts'
import { dayNumber } from '../../statute/day.ts'
import type { AmendmentCase } from './amendment-case.ts'

/** What lists know of a case. */
export type AmendmentListing = ReturnType<typeof amendmentListing>

/** The listing of a case: legal facts only, never how it stands on a given day. */
export function amendmentListing({
  phase,
  channel,
  arrivedOn,
  applicantKind,
  applicant,
  transferredFrom,
  targetOn,
  closing,
}: AmendmentCase) {
  return {
    phase,
    channel,
    arrivedOn,
    applicantKind,
    applicant,
    transferredFrom: transferredFrom?.agency ?? null,
    targetOn,
    result: closing?.result ?? null,
    closedOn: closing?.on ?? null,
  }
}

/** Days of the calendar that a case has been open; null once it is closed. There is no period for it to be measured by. */
export function waitingDays(arrivedOn: Day, closedOn: Day | null, today: Day): number | null {
  return closedOn === null ? dayNumber(today) - dayNumber(arrivedOn) : null
}
