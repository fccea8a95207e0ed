/** A word that a ledger cell may hold: the statutory word, the id that stands for it, and further spellings people use. */
export type Word<Id extends string = string> = {
  readonly id: Id
  readonly label: string
  readonly also?: readonly string[]
}

/** What a column's cells hold. Money is kept in cents, so that sums are exact. */
export type ColumnKind =
  | { readonly type: 'text'; readonly longest: number }
  | { readonly type: 'day'; readonly future: 'allowed' | 'refused' }
  | { readonly type: 'word'; readonly words: readonly Word[] }
  | { readonly type: 'whole'; readonly from: number; readonly to: number }
  | { readonly type: 'money'; readonly unit: 'yuan' | 'wanYuan' }

export type LedgerColumn = {
  readonly id: string
  /** The Chinese heading; a file may use it or the id. */
  readonly heading: string
  readonly need: 'required' | 'optional'
  readonly kind: ColumnKind
  /** What stands in the explanation row of the template. */
  readonly help: string
  /** Personal data: its content is never put into a message. */
  readonly personal?: true
}

/** What a cell holds once read: words as ids, days as `YYYY-MM-DD`, money in cents, empty cells as null. */
export type LedgerValue = string | number | bigint | null
/** A row as the generic reader makes it, before its sheet says which columns it has. */
export type LooseRow = Readonly<Record<string, LedgerValue>>
