import type { ApplicantKindId } from '../../statute/applicant-kinds.ts'
import type { Day } from '../../statute/day.ts'
import { yearSpan } from '../../statute/day.ts'
import type { RemedyColumnId, RemedyGroupId } from '../../statute/form-2021.ts'
import type { OutcomeId } from '../../statute/outcomes.ts'

/** The days a report covers: 1 January up to and including 31 December, or up to an earlier day it is made as of. */
export type Period = { readonly year: number; readonly first: Day; readonly last: Day }

/** The period of `year` as of a day; null when the year had not begun on that day. */
export function periodOf(year: number, asOf: Day): Period | null {
  const { first, last } = yearSpan(year)
  return asOf < first ? null : { year, first, last: asOf < last ? asOf : last }
}

/** Requests alike in what the form asks of them, counted. Only requests with something open or closed in the period. */
export type RequestFigure = {
  readonly applicantKind: ApplicantKindId
  /** Received in the period, or received earlier and still open when it began. */
  readonly entry: 'received' | 'carriedIn'
  /** The outcome replied in the period; null: still open at its end. */
  readonly outcome: OutcomeId | null
  readonly count: number
}

export type RemedyFigure = {
  readonly group: RemedyGroupId
  readonly column: Exclude<RemedyColumnId, 'total'>
  readonly count: number
}

export type DocumentFigure = {
  readonly kind: 'regulation' | 'normativeDocument' | 'other'
  readonly issued: number
  readonly repealed: number
  readonly inForce: number
  /** Published in the period; the form has no cell for it, the narrative tells it. */
  readonly published: number
}

/** What units supplied for the year; null where nobody gave a figure. Money in cents. */
export type CountFigures = {
  readonly licences: number | null
  readonly penalties: number | null
  readonly coerciveMeasures: number | null
  readonly feesCents: bigint | null
}

/** Processing fees (109号) of the period. Money in cents. */
export type FeeFigures = {
  readonly notices: number
  readonly chargedCents: bigint
  readonly collectedCents: bigint
  /** Cases closed for an unpaid fee whose notice the ledger does not record: the figures above are then incomplete. */
  readonly unrecordedNotices: number
}

/** The ledger of one agency for one period. A sheet never handed in is null: nobody knows, which is not 0. */
export type YearFigures = {
  readonly requests: readonly RequestFigure[] | null
  readonly remedies: readonly RemedyFigure[] | null
  readonly documents: readonly DocumentFigure[] | null
  readonly counts: CountFigures | null
  readonly fees: FeeFigures | null
}
