import { type CellAddress, cellAddresses, cellAt, formatAddress } from '../../report.ts'
import type { Rule } from '../rule.ts'
import { statutoryIdentity } from '../statutory-identity.ts'

const identity = statutoryIdentity('K6')

/** Counts are whole and not negative; the fee, in 万元, may have decimals. */
export const k6: Rule<'K6'> = {
  id: 'K6',
  severity: 'error',
  sources: [identity.citation],
  check: (report) =>
    cellAddresses.flatMap((address) => {
      const { value, text } = cellAt(report, address)
      if (value === null) return []
      const problem = value < 0 ? 'negative' : !Number.isInteger(value) && !isMoney(address) ? 'fraction' : null
      if (!problem) return []
      return [{ where: formatAddress(address), left: value, formula: identity.formula, evidence: { problem, text } }]
    }),
}

const isMoney = (address: CellAddress) => address.table === 'proactive' && address.cell === 'fees.amount'
