import { Refusal } from '../../refusals/refusal.ts'
import type { Day } from '../../statute/day.ts'
import type { LooseRow } from './column.ts'
import { type HeadingMatch, matchHeadings } from './match-headings.ts'
import type { Problem, Warning } from './problem.ts'
import { readRow } from './read-row.ts'
import { columnLetters, type SheetRow } from './sheet-cell.ts'
import { findSheet, type LedgerSheet, ledgerSheets } from './sheets.ts'
import { warnOfRow } from './warnings.ts'

/** A sheet of a file, whatever reads it. */
export type SourceSheet = {
  readonly name: string
  readonly visible: boolean
  readonly rows: () => Iterable<SheetRow>
}

/** What reading a sheet comes upon, in the order of its rows. */
export type SheetEvent =
  | {
      readonly is: 'row'
      readonly number: number
      readonly key: string
      readonly row: LooseRow
      readonly letters: Letters
    }
  | { readonly is: 'example' }
  | { readonly is: 'bad'; readonly problems: readonly Problem[] }
  | { readonly is: 'warning'; readonly warning: Warning }

/** Column letter in the file by column id, to point at a cell later. */
export type Letters = Readonly<Record<string, string>>

/** A title or a remark may stand above the headings. */
const HEADING_ROWS = 10

/** Pairs the sheets of a file with those of the ledger. `forced` names the sheet that a single csv is. Throws Refusal. */
export function pairSheets(
  sources: readonly SourceSheet[],
  forced: string | null,
): { readonly pairs: readonly { sheet: LedgerSheet; source: SourceSheet }[]; readonly unknown: readonly string[] } {
  const names = ledgerSheets.map((sheet) => `${sheet.name} ${sheet.id}`).join('、')
  const only = forced === null ? null : findSheet(forced)
  if (forced !== null && !only) throw new Refusal('ledger-sheet-unknown', { sheet: forced, sheets: names })
  const [first] = sources
  const single = only && first && (sources.length === 1 || !sources.some((source) => findSheet(source.name)))
  const pairs = single
    ? [{ sheet: only, source: first }]
    : sources.flatMap((source) => {
        const sheet = findSheet(source.name)
        return sheet && (only === null || only === sheet) ? [{ sheet, source }] : []
      })
  if (pairs.length === 0) throw new Refusal('ledger-no-sheet', { sheets: names })
  const seen = new Set<LedgerSheet>()
  for (const { sheet } of pairs) {
    if (seen.has(sheet)) throw new Refusal('ledger-sheet-twice', { sheet: sheet.name })
    seen.add(sheet)
  }
  const paired = new Set(pairs.map(({ source }) => source))
  return {
    pairs,
    unknown: sources
      .filter((source) => source.visible && !paired.has(source) && !findSheet(source.name))
      .map((source) => source.name),
  }
}

/**
 * Reads the rows of one sheet. A key that comes twice is a problem of its second row. Throws Refusal when the headings
 * are absent, incomplete, doubled or misspelled.
 */
export function* readSheet(sheet: LedgerSheet, source: SourceSheet, today: Day): Generator<SheetEvent> {
  let match: HeadingMatch | null = null
  let letters: Letters = {}
  let looked = 0
  const firstRows = new Map<string, number>()
  for (const row of source.rows()) {
    if (!match) {
      if (row.cells.size === 0) continue
      match = headingsOf(sheet, row)
      if (match) {
        letters = Object.fromEntries(match.columns.map(({ at, column }) => [column.id, columnLetters(at)]))
        for (const value of match.unknown)
          yield { is: 'warning', warning: { sheet: sheet.id, row: row.number, code: 'unknownColumn', value } }
      } else if (++looked >= HEADING_ROWS) break
      continue
    }
    const reading = readRow(sheet, match, row, today)
    if (reading.is === 'empty') continue
    if (reading.is !== 'good') {
      yield reading
      continue
    }
    const earlier = firstRows.get(reading.key)
    if (earlier !== undefined) {
      yield { is: 'bad', problems: [duplicate(sheet, reading.row, row.number, earlier, letters)] }
      continue
    }
    firstRows.set(reading.key, row.number)
    yield { is: 'row', number: row.number, key: reading.key, row: reading.row, letters }
    for (const warning of warnOfRow(sheet.id, row.number, reading.row)) yield { is: 'warning', warning }
  }
  if (!match) throw new Refusal('ledger-no-headings', { sheet: sheet.name, rows: HEADING_ROWS })
}

function headingsOf(sheet: LedgerSheet, row: SheetRow): HeadingMatch | null {
  const match = matchHeadings(sheet, row)
  if (match === null || !('refused' in match)) return match
  switch (match.refused) {
    case 'missing':
      throw new Refusal('ledger-headings-missing', { sheet: sheet.name, headings: match.headings.join('、') })
    case 'twice':
      throw new Refusal('ledger-heading-twice', { sheet: sheet.name, heading: match.heading })
    case 'misspelled':
      throw new Refusal('ledger-heading-misspelled', { sheet: sheet.name, heading: match.heading, meant: match.meant })
  }
}

function duplicate(sheet: LedgerSheet, row: LooseRow, number: number, earlier: number, letters: Letters): Problem {
  const columns = sheet.keys.find((key) => key.every((column) => row[column] !== null)) ?? sheet.keys.at(-1) ?? []
  const column = columns[0] ?? ''
  return {
    sheet: sheet.id,
    row: number,
    code: 'duplicateKey',
    column,
    letter: letters[column] ?? '',
    value: columns.map((id) => row[id]).join(' '),
    allowed: [String(earlier)],
  }
}
