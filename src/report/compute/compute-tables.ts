import type {
  ProactiveCellId,
  RemedyColumnId,
  RemedyGroupId,
  RequestColumnId,
  RequestRowId,
} from '../../statute/form-2021.ts'
import { centsPerWanYuan, formatMoney } from '../ledger/money.ts'
import { type Cell, type CellAddress, makeTables, numberCell, type Tables } from '../report.ts'
import type { DocumentFigure, RemedyFigure, RequestFigure, YearFigures } from './year-figures.ts'

/** A cell nobody has given a figure for. */
const blankCell: Cell = { value: null, kind: 'blank', text: '' }

/**
 * The 200 cells of the form. K1, K2, K3 and K5 hold by construction: every request is counted once among the inflow and
 * once among outcomes or carried out, and totals are made of the same counts. A sheet never handed in leaves blanks.
 */
export function computeTables(figures: YearFigures): Tables {
  const requests = figures.requests && countRequests(figures.requests)
  const remedies = figures.remedies && countRemedies(figures.remedies)
  return makeTables((address) => {
    switch (address.table) {
      case 'proactive':
        return proactiveCell(figures, address.cell)
      case 'requests':
        return requests ? numberCell(requests.get(keyOf(address)) ?? 0) : blankCell
      case 'remedies':
        return remedies ? numberCell(remedies.get(keyOf(address)) ?? 0) : blankCell
    }
  })
}

type TableAddress = Exclude<CellAddress, { readonly table: 'proactive' }>
const keyOf = (address: TableAddress) =>
  address.table === 'requests' ? `${address.row} ${address.column}` : `${address.group} ${address.column}`

function countRequests(figures: readonly RequestFigure[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { applicantKind, entry, outcome, count } of figures) {
    // 30号: R1 by day of receipt, R3–R23 by day of reply, R25 open at the end.
    const rows: readonly RequestRowId[] = outcome === null ? [entry, 'carriedOut'] : [entry, outcome, 'total']
    const columns: readonly RequestColumnId[] = [applicantKind, 'total']
    for (const row of rows) for (const column of columns) add(counts, keyOf({ table: 'requests', row, column }), count)
  }
  return counts
}

function countRemedies(figures: readonly RemedyFigure[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { group, column, count } of figures)
    for (const each of [column, 'total'] satisfies readonly RemedyColumnId[])
      add(counts, keyOf({ table: 'remedies', group: group satisfies RemedyGroupId, column: each }), count)
  return counts
}

const add = (counts: Map<string, number>, key: string, count: number) =>
  void counts.set(key, (counts.get(key) ?? 0) + count)

function proactiveCell(figures: YearFigures, cell: ProactiveCellId): Cell {
  const documents = (kind: DocumentFigure['kind'], what: 'issued' | 'repealed' | 'inForce') =>
    figures.documents ? numberCell(figures.documents.find((one) => one.kind === kind)?.[what] ?? 0) : blankCell
  const supplied = (count: number | null | undefined) =>
    count === null || count === undefined ? blankCell : numberCell(count)
  switch (cell) {
    case 'regulations.issued':
      return documents('regulation', 'issued')
    case 'regulations.repealed':
      return documents('regulation', 'repealed')
    case 'regulations.inForce':
      return documents('regulation', 'inForce')
    case 'normativeDocuments.issued':
      return documents('normativeDocument', 'issued')
    case 'normativeDocuments.repealed':
      return documents('normativeDocument', 'repealed')
    case 'normativeDocuments.inForce':
      return documents('normativeDocument', 'inForce')
    case 'licences.decisions':
      return supplied(figures.counts?.licences)
    case 'penalties.decisions':
      return supplied(figures.counts?.penalties)
    case 'coerciveMeasures.decisions':
      return supplied(figures.counts?.coerciveMeasures)
    case 'fees.amount':
      return moneyCell(figures.counts?.feesCents ?? null)
  }
}

/** Money in 万元, its text exact to the cent; `value` is the double nearest to it. */
function moneyCell(cents: bigint | null): Cell {
  if (cents === null) return blankCell
  const text = formatMoney(cents, centsPerWanYuan)
  return { value: Number(text), kind: 'number', text }
}
