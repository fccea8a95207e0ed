import { cite } from '../../../statute/citation.ts'
import { cellAddresses, cellAt, formatAddress } from '../../report.ts'
import type { Rule } from '../rule.ts'

const tables = (['proactive', 'requests', 'remedies'] as const).map((table) => ({
  table,
  all: cellAddresses.filter((address) => address.table === table),
}))

/** Nothing happened is written 0. One finding per table, whatever the number of its blank cells. */
export const blankCells: Rule<'blank-cells'> = {
  id: 'blank-cells',
  severity: 'warning',
  sources: [cite('30号')],
  check: (report) =>
    tables.flatMap(({ table, all }) => {
      const cells = all.filter((address) => cellAt(report, address).kind === 'blank').map(formatAddress)
      if (cells.length === 0) return []
      return [{ where: table, evidence: { count: cells.length, of: all.length, cells } }]
    }),
}
