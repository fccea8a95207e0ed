import type { CaseMaterial } from '../../volume/volume-material.ts'
import type { AmendmentEvent } from '../amendment-event.ts'
import type { AmendmentLetterFacts } from '../letters/amendment-letter.ts'

/** Everything that the volume of a record amendment is made of. */
export type AmendmentVolumeMaterial = CaseMaterial<AmendmentEvent> & {
  /** What the applicant wrote. */
  readonly record: string
  readonly claim: string
  readonly facts: Omit<AmendmentLetterFacts, 'applicant' | 'agent' | 'draft' | 'today'>
}
