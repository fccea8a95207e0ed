import type { LedgerColumn } from './column.ts'
import type { SheetRow } from './sheet-cell.ts'
import type { LedgerSheet } from './sheets.ts'

/** Which column of the file holds which column of the ledger. */
export type HeadingMatch = {
  readonly columns: readonly { readonly at: number; readonly column: LedgerColumn }[]
  /** Headings that the ledger does not know; their cells are left out. */
  readonly unknown: readonly string[]
}

export type HeadingRefusal =
  | { readonly refused: 'missing'; readonly headings: readonly string[] }
  | { readonly refused: 'twice'; readonly heading: string }
  /** A heading almost like one that is absent: read as unknown it would silently turn closed cases into open ones. */
  | { readonly refused: 'misspelled'; readonly heading: string; readonly meant: string }

/**
 * Matches a heading row with the columns of `sheet`, by Chinese name or id, in any order. Null when the row is no
 * heading row at all (none of its cells is a heading of the sheet).
 */
export function matchHeadings(
  sheet: Pick<LedgerSheet, 'columns'>,
  row: SheetRow,
): HeadingMatch | HeadingRefusal | null {
  const byName = new Map(
    sheet.columns.flatMap((column) => [column.heading, column.id].map((name) => [plain(name), column])),
  )
  const columns: { at: number; column: LedgerColumn }[] = []
  const unknown: string[] = []
  for (const [at, cell] of row.cells) {
    if (cell.kind !== 'text' || plain(cell.text) === '') continue
    const column = byName.get(plain(cell.text))
    if (!column) unknown.push(cell.text.trim())
    else if (columns.some((one) => one.column.id === column.id)) return { refused: 'twice', heading: column.heading }
    else columns.push({ at, column })
  }
  if (columns.length === 0) return null
  const absent = sheet.columns.filter((column) => !columns.some((one) => one.column.id === column.id))
  for (const heading of unknown) {
    const meant = absent.find((column) => likeness(heading, column.heading) >= ALIKE)
    if (meant) return { refused: 'misspelled', heading, meant: meant.heading }
  }
  const missing = absent.filter((column) => column.need === 'required').map((column) => column.heading)
  return missing.length > 0 ? { refused: 'missing', headings: missing } : { columns, unknown }
}

/** Headings compare without spaces, line breaks and the star of a required column, in any width and case. */
const plain = (text: string) => text.normalize('NFKC').replace(/[\s*]/g, '').toLowerCase()

/** 答复时间 and 答复日期 share half of their characters. */
const ALIKE = 0.5

/** Share of characters that two headings have in common, 0 to 1. */
function likeness(one: string, other: string): number {
  const left = [...plain(one)]
  const rest = [...plain(other)]
  const total = left.length + rest.length
  let common = 0
  for (const character of left) {
    const at = rest.indexOf(character)
    if (at < 0) continue
    rest.splice(at, 1)
    common++
  }
  return (2 * common) / total
}
