import { type CellAddress, cellAddresses, cellAt, type Tables } from './report.ts'

/** The tables of which the file holds no cell: left out, or a picture. None of their figures was checked. */
export function lostTables(tables: Tables): readonly CellAddress['table'][] {
  return (['proactive', 'requests', 'remedies'] as const).filter((table) =>
    cellAddresses.every((address) => address.table !== table || cellAt(tables, address).kind === 'missing'),
  )
}
