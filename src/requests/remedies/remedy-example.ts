import type { EvaluatedRemedy } from './evaluate-remedy.ts'
import type { Remedy } from './remedy.ts'

/** A worked case, counted by hand over the published arrangements. `says` is what must come out, as far as written. */
export type RemedyExample = {
  readonly title: string
  readonly today: string
  readonly kind: Remedy['kind']
  readonly procedure?: Remedy['procedure']
  /** Day on which the copy came. */
  readonly copy: string | null
  readonly converted?: string
  readonly answered?: string
  readonly concluded?: string
  readonly says: {
    readonly state?: EvaluatedRemedy['state']
    readonly dueOn?: string | null
    readonly provisional?: boolean
    readonly overdue?: boolean
    readonly workingDaysLeft?: number | null
    /** First and last day, and the days counted, of each step. */
    readonly steps?: readonly (readonly [from: string, to: string, counted: number])[]
  }
}
