import type { SheetId } from './sheets.ts'

/** What can be wrong with a row. The words for people are in the locale files beside this one. */
export type ProblemCode =
  | 'required'
  | 'formula'
  | 'cellError'
  | 'notADay'
  | 'noDateStyle'
  | 'future'
  | 'notAllowedWord'
  | 'notWhole'
  | 'outOfRange'
  | 'notMoney'
  | 'finerThanCent'
  | 'tooLong'
  | 'controlCharacter'
  | 'onlyOneOf'
  | 'needs'
  | 'before'
  | 'notCovered'
  | 'duplicateKey'
  | 'differsFromStored'
  | 'replyMovedToLaterYear'
  | 'managedHere'

/**
 * One thing wrong with one row: where, what, and what is allowed. `column` is the column's id, `letter` its place as
 * the spreadsheet shows it. `value` is what stands there, never for personal data.
 */
export type Problem = {
  readonly sheet: SheetId
  readonly row: number
  readonly code: ProblemCode
  readonly column: string
  readonly letter: string
  readonly value?: string
  /** The other column that a rule over two columns speaks of. */
  readonly other?: string
  /** Allowed words, or the limits `[from, to]` of a number, or the row a duplicate was first seen in. */
  readonly allowed?: readonly string[]
}

/** Something to look at that keeps no row out. */
export type Warning = {
  readonly sheet: SheetId
  readonly row: number | null
  readonly code: WarningCode
  readonly value?: string
}

export type WarningCode =
  | 'unknownColumn'
  | 'unknownSheet'
  | 'unknownRequest'
  | 'madeElsewhere'
  | 'kindAgainstName'
  | 'feeLapseWithoutNotice'
