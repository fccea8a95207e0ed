import { type Cell, cellAddresses, cellAt, formatAddress, type Tables } from '../../src/report/report.ts'

export type Comparison = {
  readonly cells: number
  readonly read: number
  readonly wrong: readonly string[]
  readonly unread: readonly string[]
}

const same = (a: Cell, b: Cell) => a.kind === b.kind && a.value === b.value

/** Cell by cell: wrong is a number that is not what was written; unread is anything else that differs. */
export function compareTables(written: Tables, read: Tables): Comparison {
  const wrong: string[] = []
  const unread: string[] = []
  for (const address of cellAddresses) {
    const truth = cellAt(written, address)
    const cell = cellAt(read, address)
    const told = `${formatAddress(address)}: ${truth.kind} ${truth.value} read as ${cell.kind} ${cell.value}`
    if (cell.value !== null && cell.value !== truth.value) wrong.push(told)
    else if (!same(truth, cell)) unread.push(told)
  }
  return { cells: cellAddresses.length, read: cellAddresses.length - wrong.length - unread.length, wrong, unread }
}
