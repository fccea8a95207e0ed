import type { Language } from '../refusals/refusal.ts'
import type { LedgerColumn } from '../report/ledger/column.ts'
import { findSheet } from '../report/ledger/sheets.ts'
import type { CellAddress } from '../report/report.ts'
import type { CellRow } from '../storage/ledger/ledger-cell-rows.ts'

/** A row behind a cell as people read it: the headings of the ledger and its words. In English the ids stand. */
export function rowInWords(row: CellRow, address: CellAddress, language: Language): ReadonlyMap<string, string> {
  const columns = columnsOf(address)
  return new Map(
    Object.entries(row).map(([id, value]) => {
      // What units supply comes as `value`; its column bears the name of the cell.
      const column = columns.find((one) => one.id === (id === 'value' && 'cell' in address ? address.cell : id))
      const text = String(value ?? '')
      if (language === 'en' || !column) return [id, text]
      return [column.heading, wordOf(column, text)]
    }),
  )
}

function columnsOf(address: CellAddress): readonly LedgerColumn[] {
  const sheets = address.table === 'proactive' ? ['documents', 'counts'] : [address.table]
  return sheets.flatMap((id) => [...(findSheet(id)?.columns ?? [])])
}

function wordOf({ kind }: LedgerColumn, text: string): string {
  return (kind.type === 'word' && kind.words.find((word) => word.id === text)?.label) || text
}
