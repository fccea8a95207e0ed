import { formatAddress } from '../../report.ts'
import { followsYear } from '../previous-year.ts'
import type { Rule } from '../rule.ts'
import { statutoryIdentity } from '../statutory-identity.ts'
import { checkIdentity } from './identity.ts'

const identity = statutoryIdentity('K11')

/** Documents in force follow from last year's, those made and those repealed. Expiry is not counted, hence a warning. */
export const k11: Rule<'K11'> = {
  id: 'K11',
  severity: 'warning',
  sources: [identity.citation],
  check: (report, { previous }) => {
    if (!previous || !followsYear(report, previous)) return []
    return (['regulations', 'normativeDocuments'] as const).flatMap((kind) => {
      const inForce = { table: 'proactive', cell: `${kind}.inForce` } as const
      return checkIdentity(report, {
        where: formatAddress(inForce),
        left: [{ at: inForce }],
        right: [
          { at: inForce, of: previous },
          { at: { table: 'proactive', cell: `${kind}.issued` } },
          { at: { table: 'proactive', cell: `${kind}.repealed` }, sign: -1 },
        ],
        formula: identity.formula,
      })
    })
  },
}
