import { applicantKinds } from '../../../statute/applicant-kinds.ts'
import { requestRows } from '../../../statute/form-2021.ts'
import type { Rule } from '../rule.ts'
import { statutoryIdentity } from '../statutory-identity.ts'
import { checkIdentity } from './identity.ts'

const identity = statutoryIdentity('K3')

/** 总计 at the right is the sum of the six kinds of applicant, in every row. */
export const k3: Rule<'K3'> = {
  id: 'K3',
  severity: 'error',
  sources: [identity.citation],
  check: (report) =>
    requestRows.flatMap(({ id: row }) =>
      checkIdentity(report, {
        where: `requests[${row}]`,
        left: [{ at: { table: 'requests', row, column: 'total' } }],
        right: applicantKinds.map(({ id: column }) => ({ at: { table: 'requests', row, column } })),
        formula: identity.formula,
      }),
    ),
}
