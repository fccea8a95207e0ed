import type { OutcomeId } from '../../statute/outcomes.ts'
import { remediesRoute } from '../letters/remedies-route.ts'
import type { Remedy } from './remedy.ts'

const asDefault = { inquiryFirst: false, partsFirst: false, noReplyFirst: false } as const

/**
 * Whether a case went to court at once although reconsideration had to come first (行政复议法23¶1(4)): most likely its kind
 * is wrong. Only where the law leaves nothing open; of a request without an outcome nothing is said.
 */
export function isDoubtfulPath({ kind, filedOn }: Remedy, outcome: OutcomeId | null): boolean {
  if (kind !== 'litigationDirect' || outcome === null) return false
  const { first } = remediesRoute({ act: 'reply', outcome, partGrounds: [] }, filedOn, asDefault)
  return first === 'reconsideration'
}
