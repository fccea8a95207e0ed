import { requestColumns } from '../../../statute/form-2021.ts'
import { outcomes } from '../../../statute/outcomes.ts'
import type { Rule } from '../rule.ts'
import { statutoryIdentity } from '../statutory-identity.ts'
import { checkIdentity } from './identity.ts'

const identity = statutoryIdentity('K2')

/** （七）总计 is the sum of the 21 outcomes above it, in every column. */
export const k2: Rule<'K2'> = {
  id: 'K2',
  severity: 'error',
  sources: [identity.citation],
  check: (report) =>
    requestColumns.flatMap(({ id: column }) =>
      checkIdentity(report, {
        where: `requests[][${column}]`,
        left: [{ at: { table: 'requests', row: 'total', column } }],
        right: outcomes.map(({ id: row }) => ({ at: { table: 'requests', row, column } })),
        formula: identity.formula,
      }),
    ),
}
