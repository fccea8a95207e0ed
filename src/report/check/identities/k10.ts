import { cellAddresses, formatAddress } from '../../report.ts'
import type { Rule } from '../rule.ts'
import { statutoryIdentity } from '../statutory-identity.ts'
import { checkIdentity, countOf } from './identity.ts'

const identity = statutoryIdentity('K10')

/** A government's cell is the sum of the same cell over its agencies; an agency without a figure leaves it open. */
export const k10: Rule<'K10'> = {
  id: 'K10',
  severity: 'error',
  sources: [identity.citation],
  check: (report, { agencies }) => {
    if (!agencies) return []
    return cellAddresses.flatMap((at) =>
      checkIdentity(report, {
        where: formatAddress(at),
        left: [{ at }],
        right: agencies.map((agency) => ({ at, of: agency })),
        formula: identity.formula,
      }).map((finding) => ({
        ...finding,
        evidence: {
          ...finding.evidence,
          agencies: agencies.flatMap((agency) => (countOf(agency, at) === null ? [agency.agency ?? ''] : [])),
        },
      })),
    )
  },
}
