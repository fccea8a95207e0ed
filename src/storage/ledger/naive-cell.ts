import type { Period } from '../../report/compute/year-figures.ts'
import type { LooseRow } from '../../report/ledger/column.ts'
import type { SheetId } from '../../report/ledger/sheets.ts'
import type { CellAddress } from '../../report/report.ts'
import type { RequestRowId } from '../../statute/form-2021.ts'

type Rows = Readonly<Record<SheetId, readonly LooseRow[]>>

/**
 * One cell counted the slow and obvious way, row by row as the form's labels say: what the queries are tested against.
 * Null for a cell that units supply and none did.
 */
export function naiveCell(
  ledger: Rows,
  agency: { readonly name: string; readonly code: string },
  period: Period,
  address: CellAddress,
): number | null {
  const within = (on: unknown) => typeof on === 'string' && on >= period.first && on <= period.last
  const byEnd = (on: unknown) => typeof on === 'string' && on <= period.last
  const openAtEnd = (row: LooseRow, begun: string, ended: string) => byEnd(row[begun]) && !byEnd(row[ended])

  if (address.table === 'requests') {
    const counts = (row: LooseRow, id: RequestRowId): boolean => {
      switch (id) {
        case 'received':
          return within(row.receivedOn)
        case 'carriedIn':
          return (
            String(row.receivedOn) < period.first && !(row.repliedOn !== null && String(row.repliedOn) < period.first)
          )
        case 'total':
          return within(row.repliedOn)
        case 'carriedOut':
          return openAtEnd(row, 'receivedOn', 'repliedOn')
        default:
          return within(row.repliedOn) && row.outcome === id
      }
    }
    return ledger.requests.filter(
      (row) => counts(row, address.row) && (address.column === 'total' || row.applicantKind === address.column),
    ).length
  }
  if (address.table === 'remedies')
    return ledger.remedies.filter((row) => {
      if (row.coDefendant === 'yes' || row.kind !== address.group) return false
      const pending = openAtEnd(row, 'filedOn', 'concludedOn')
      const decided = within(row.concludedOn)
      if (address.column === 'total') return pending || decided
      return address.column === 'pending' ? pending : decided && row.result === address.column
    }).length

  const [subject, what] = address.cell.split('.')
  const kind = subject === 'regulations' ? 'regulation' : subject === 'normativeDocuments' ? 'normativeDocument' : null
  if (kind !== null)
    return ledger.documents.filter((row) => {
      const own = row.leadMaker === null || row.leadMaker === agency.name || row.leadMaker === agency.code
      if (!own || row.kind !== kind) return false
      if (what === 'issued') return within(row.madeOn)
      if (what === 'repealed') return row.endedHow === 'repealed' && within(row.endedOn)
      return openAtEnd(row, 'madeOn', 'endedOn')
    }).length

  const supplied = ledger.counts.filter((row) => row.year === period.year && row[address.cell] !== null)
  if (supplied.length === 0) return null
  const sum = supplied.reduce((total, row) => total + BigInt(row[address.cell] ?? 0), 0n)
  return address.cell === 'fees.amount' ? Number(sum) / 1e6 : Number(sum)
}
