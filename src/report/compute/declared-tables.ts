import { Refusal } from '../../refusals/refusal.ts'
import { type Cell, cellAddresses, cellAt, formatAddress, makeTables, type Tables } from '../report.ts'

/**
 * The cells of a file as a person declares them: what is absent is blank, and blanks stay blank. Checks judge the figures
 * later. Throws Refusal `declared-unreadable` when something stands in a cell that cannot be told for certain.
 */
export function declaredTables(tables: Tables): { readonly tables: Tables; readonly blanks: number } {
  const unreadable = cellAddresses.filter((address) => cellAt(tables, address).kind === 'unreadable')
  const [first] = unreadable
  if (first)
    throw new Refusal('declared-unreadable', {
      where: formatAddress(first),
      text: cellAt(tables, first).text,
      count: unreadable.length,
    })
  const blank: Cell = { value: null, kind: 'blank', text: '' }
  const declared = makeTables((address) => {
    const cell = cellAt(tables, address)
    return cell.kind === 'missing' ? blank : cell
  })
  return {
    tables: declared,
    blanks: cellAddresses.filter((address) => cellAt(declared, address).kind === 'blank').length,
  }
}
