import type { CellStyle } from './cell-styles.ts'

/** A sheet before it is written: rows from the top, without gaps. Columns count from 1. */
export type Sheet = {
  readonly name: string
  /** In units of the workbook's ordinary digit. */
  readonly columnWidths: readonly number[]
  readonly rows: readonly SheetRow[]
  readonly merges: readonly Range[]
  /** How many rows stay in sight while the rest is scrolled. */
  readonly frozenRows: number
  /** How many rows are printed again at the top of each page. */
  readonly repeatedRows: number
}

export type SheetRow = {
  /** In points. */
  readonly height: number
  /** From left to right. */
  readonly cells: readonly SheetCell[]
}

export type SheetCell = {
  readonly column: number
  /** A string is stored as a string: what begins with = + - @ never becomes a formula. */
  readonly value: string | number | null
  readonly style: CellStyle
}

export type Range = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/** The name of a range, `A2:C4`. */
export const rangeName = ({ top, left, bottom, right }: Range) => `${cellName(top, left)}:${cellName(bottom, right)}`

/** The name of a cell, `A2`; both numbers count from 1. */
export const cellName = (row: number, column: number) => `${columnName(column)}${row}`

function columnName(column: number): string {
  const rest = Math.floor((column - 1) / LETTERS.length)
  return (rest > 0 ? columnName(rest) : '') + LETTERS.charAt((column - 1) % LETTERS.length)
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
