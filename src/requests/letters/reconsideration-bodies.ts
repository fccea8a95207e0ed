import type { AgencyKind, AgencyLevel } from '../../statute/agency-rank.ts'
import { type Citation, cite } from '../../statute/citation.ts'
import type { Day } from '../../statute/day.ts'
import { type RemediesDoubt, reconsiderationFirstFrom } from './remedies-route.ts'

/** An agency as far as its reconsideration body hangs on it. */
export type AgencyRank = {
  readonly level: AgencyLevel
  readonly kind: AgencyKind
  /** `vertical`: customs, finance and foreign exchange, tax, state security. `justice`: a justice bureau. */
  readonly line: 'ordinary' | 'vertical' | 'justice'
}

/** Who reconsiders: the government of the agency's own level, the level above, or the agency itself. */
export type ReconsiderationBody = 'ownGovernment' | 'superior' | 'self'

export type ReconsiderationBodies = {
  readonly bodies: readonly ReconsiderationBody[]
  readonly citation: Citation
  readonly doubts: readonly RemediesDoubt[]
}

/** The bodies an applicant may turn to against what an agency did on a day; of several, whichever they like. */
export function reconsiderationBodies({ level, kind, line }: AgencyRank, on: Day): ReconsiderationBodies {
  const say = (
    bodies: readonly ReconsiderationBody[],
    article: Citation,
    doubts: readonly RemediesDoubt[] = [],
  ): ReconsiderationBodies => ({
    bodies,
    // The older 行政复议法 is not among the instruments.
    citation: on < reconsiderationFirstFrom ? cite('条例51') : article,
    doubts,
  })
  if (level === 'nation') return say(['self'], cite('行政复议法'), ['bodyUnverified'])
  if (kind === 'government') return say([level === 'province' ? 'self' : 'superior'], cite('行政复议法24'))
  if (line === 'vertical') return say(['superior'], cite('行政复议法27'))
  // Departments of a township are no agencies of their own in any article that was read.
  if (level === 'township') return say(['superior'], cite('行政复议法24'), ['bodyUnverified'])
  // Until 2023 the superior department could be chosen against every department.
  if (on < reconsiderationFirstFrom) return say(['ownGovernment', 'superior'], cite('条例51'))
  if (line === 'justice') return say(['ownGovernment', 'superior'], cite('行政复议法28'))
  return say(['ownGovernment'], cite('行政复议法24'))
}
