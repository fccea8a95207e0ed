import { type CellAddress, cellAddresses, cellAt, makeTables, numberCell, type Report } from '../report.ts'

/**
 * The report with 0 in every blank cell of `tables`. Never part of `mendReport`: a person must have confirmed that
 * nothing happened. Cells that are missing or unreadable stay as they are.
 */
export function fillBlanksWithZero(report: Report, tables: readonly CellAddress['table'][]): Report {
  const isToFill = (address: CellAddress) => tables.includes(address.table) && cellAt(report, address).kind === 'blank'
  if (!cellAddresses.some(isToFill)) return report
  return { ...report, ...makeTables((address) => (isToFill(address) ? numberCell(0) : cellAt(report, address))) }
}
