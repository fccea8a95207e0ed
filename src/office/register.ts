import type { Day } from '../statute/day.ts'

/** A list on paper: rows under heads, and places where people sign. */
export type Register = {
  readonly agency: string
  readonly title: string
  readonly lead: string
  readonly heads: readonly string[]
  /** Shares of the width, one a column. */
  readonly widths: readonly number[]
  /** Columns, from 0, that are read from their left side; others are centred on paper. */
  readonly left?: readonly number[]
  readonly rows: readonly (readonly string[])[]
  /** What has to be signed at the end, in this order. */
  readonly signatures: readonly string[]
  readonly on: Day
}
