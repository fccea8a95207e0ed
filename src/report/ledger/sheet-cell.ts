import type { Day } from '../../statute/day.ts'

/**
 * A cell of a workbook or csv as the reader of files hands it over. A number keeps the digits of the file; whether a
 * number is a day is decided by the cell's style, never by its size. Empty cells are absent.
 */
export type SheetCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'day'; readonly day: Day }
  /** A cell with a date style whose number is no day (negative, or beyond the calendar). */
  | { readonly kind: 'notADay'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** A formula, or a csv field that a spreadsheet would run as one. Its result is never trusted. */
  | { readonly kind: 'formula' }
  /** A spreadsheet error such as #REF!. */
  | { readonly kind: 'error'; readonly text: string }

/** One row of a sheet: its number as the spreadsheet shows it, and its cells by column, 0 for column A. */
export type SheetRow = {
  readonly number: number
  readonly cells: ReadonlyMap<number, SheetCell>
}

/** Column letters as a spreadsheet shows them: 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  return (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
}
