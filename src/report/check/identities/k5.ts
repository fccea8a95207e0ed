import { remedyColumns, remedyGroups } from '../../../statute/form-2021.ts'
import type { Rule } from '../rule.ts'
import { statutoryIdentity } from '../statutory-identity.ts'
import { checkIdentity } from './identity.ts'

const identity = statutoryIdentity('K5')

/** In each of the three groups of table three 总计 is the sum of the four results. */
export const k5: Rule<'K5'> = {
  id: 'K5',
  severity: 'error',
  sources: [identity.citation],
  check: (report) =>
    remedyGroups.flatMap(({ id: group }) =>
      checkIdentity(report, {
        where: `remedies[${group}]`,
        left: [{ at: { table: 'remedies', group, column: 'total' } }],
        right: remedyColumns
          .filter(({ id }) => id !== 'total')
          .map(({ id: column }) => ({ at: { table: 'remedies', group, column } })),
        formula: identity.formula,
      }),
    ),
}
