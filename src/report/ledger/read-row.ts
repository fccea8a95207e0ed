import type { Day } from '../../statute/day.ts'
import type { LedgerValue, LooseRow } from './column.ts'
import type { HeadingMatch } from './match-headings.ts'
import type { Problem } from './problem.ts'
import { readCell } from './read-cell.ts'
import { breakRule, type RuleProblem } from './rules.ts'
import { columnLetters, type SheetRow } from './sheet-cell.ts'
import { exampleMark, explanationMark, type LedgerSheet } from './sheets.ts'

/** A row of a file, read: empty, an example or explanation to pass over, good, or bad with everything wrong with it. */
export type RowReading =
  | { readonly is: 'empty' }
  | { readonly is: 'example' }
  | { readonly is: 'good'; readonly row: LooseRow; readonly key: string }
  | { readonly is: 'bad'; readonly problems: readonly Problem[] }

/** Reads and judges one row under its matched headings. `today` bounds the days that have happened. */
export function readRow(sheet: LedgerSheet, match: HeadingMatch, source: SheetRow, today: Day): RowReading {
  if (match.columns.every(({ at }) => isEmpty(source, at))) return { is: 'empty' }
  if (match.columns.some(({ at }) => isMarked(source, at))) return { is: 'example' }
  const problems: RuleProblem[] = []
  // Columns absent from the file are empty cells.
  const read: Record<string, LedgerValue> = { ...emptyRow(sheet) }
  for (const { at, column } of match.columns) {
    const reading = readCell(column, source.cells.get(at), today)
    if ('problem' in reading) {
      problems.push(reading.problem)
      // A cell that could not be read is taken out, so that rules do not judge it twice.
      delete read[column.id]
    } else read[column.id] = reading.value
  }
  for (const rule of sheet.rules) {
    const broken = breakRule(rule, read, today)
    if (broken) problems.push(broken)
  }
  if (problems.length === 0) return { is: 'good', row: read, key: keyOf(sheet, read) }
  const letterOf = (id: string) => {
    const found = match.columns.find((one) => one.column.id === id)
    return found ? columnLetters(found.at) : ''
  }
  return {
    is: 'bad',
    problems: problems.map((problem) => ({
      sheet: sheet.id,
      row: source.number,
      letter: letterOf(problem.column),
      ...problem,
    })),
  }
}

/** A row of empty cells. Copied for each row: an object that gets its columns one by one takes twice the time to read. */
function emptyRow(sheet: LedgerSheet): LooseRow {
  const known = emptyRows.get(sheet)
  if (known) return known
  const made = Object.fromEntries(sheet.columns.map(({ id }) => [id, null]))
  emptyRows.set(sheet, made)
  return made
}

const emptyRows = new WeakMap<LedgerSheet, LooseRow>()

/** What tells a row apart from the others of its sheet, as one string. */
export function keyOf(sheet: LedgerSheet, row: LooseRow): string {
  const filled = sheet.keys.find((columns) => columns.every((column) => row[column] !== null))
  const columns = filled ?? sheet.keys[sheet.keys.length - 1] ?? []
  return JSON.stringify(columns.map((column) => String(row[column])))
}

const isEmpty = (source: SheetRow, at: number) => {
  const cell = source.cells.get(at)
  return cell === undefined || (cell.kind === 'text' && cell.text.trim() === '')
}

const isMarked = (source: SheetRow, at: number) => {
  const cell = source.cells.get(at)
  return cell?.kind === 'text' && (cell.text.startsWith(exampleMark) || cell.text.startsWith(explanationMark))
}
