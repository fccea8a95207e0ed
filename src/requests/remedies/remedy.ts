import type { Day } from '../../statute/day.ts'
import type { RemedyGroupId } from '../../statute/form-2021.ts'
import type { RawResultId, RemedyResult } from '../../statute/remedy-results.ts'

/** A reconsideration or litigation about an answer of this agency, as the agency knows it. */
export type Remedy = {
  readonly caseNumber: string
  /** The disclosure request it is about, or the record amendment where no request has this number, if that is on record here. */
  readonly requestNumber: string | null
  /** The path of the case: reconsideration, or litigation with or without one before it. */
  readonly kind: RemedyGroupId
  /** The reconsideration body or the court. */
  readonly body: string | null
  /** Of a reconsideration: the procedure in which the copy came. */
  readonly procedure: Procedure | null
  readonly filedOn: Day
  /** Day on which this agency received the copy: its own period runs from there. */
  readonly copyReceivedOn: Day | null
  /** Day on which a simple procedure became an ordinary one. */
  readonly convertedOn: Day | null
  /** Day on which this agency handed in its reply or answer. */
  readonly answeredOn: Day | null
  readonly concludedOn: Day | null
  /** In the words of the decision; null as well for a concluded case of which a ledger tells only the column. */
  readonly rawResult: RawResultId | null
  readonly result: RemedyResult | null
  /** `yes`: sued as the reconsideration body, beside the agency that acted, which alone counts the case. */
  readonly coDefendant: 'yes' | 'no' | null
}

export type Procedure = 'ordinary' | 'simple'

export const procedures: readonly Procedure[] = ['ordinary', 'simple']
