import { requestColumns } from '../../../statute/form-2021.ts'
import { type CellAddress, formatAddress } from '../../report.ts'
import { followsYear } from '../previous-year.ts'
import type { Rule } from '../rule.ts'
import { statutoryIdentity } from '../statutory-identity.ts'
import { checkIdentity } from './identity.ts'

const identity = statutoryIdentity('K4')

/** What was carried into the year is what the year before carried out, in every column. */
export const k4: Rule<'K4'> = {
  id: 'K4',
  severity: 'error',
  sources: [identity.citation],
  check: (report, { previous }) => {
    if (!previous || !followsYear(report, previous)) return []
    return requestColumns.flatMap(({ id: column }) => {
      const carriedIn: CellAddress = { table: 'requests', row: 'carriedIn', column }
      return checkIdentity(report, {
        where: formatAddress(carriedIn),
        left: [{ at: carriedIn }],
        right: [{ at: { table: 'requests', row: 'carriedOut', column }, of: previous }],
        formula: identity.formula,
      })
    })
  },
}
