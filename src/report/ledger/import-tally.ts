import type { Problem, Warning } from './problem.ts'
import type { SheetId } from './sheets.ts'

/** What became of the rows of one sheet. */
export type SheetTally = {
  readonly sheet: SheetId
  added: number
  changed: number
  unchanged: number
  /** Example and explanation rows passed over. */
  examples: number
  /** Bad rows, left out. */
  bad: number
}

/** Warnings of one kind that are listed; hundreds of them say no more. */
const WARNINGS_KEPT = 10

/** What became of one file: figures, and the first problems and warnings with how many there are in all. */
export class ImportTally {
  readonly sheets: SheetTally[] = []
  readonly problems: Problem[] = []
  readonly warnings: Warning[] = []
  problemCount = 0
  warningCount = 0
  readonly #kept: number

  /** Keeps the first `kept` problems, so that a file without one good row costs no memory. */
  constructor(kept: number) {
    this.#kept = kept
  }

  /** Opens the figures of a further sheet. */
  start(sheet: SheetId): SheetTally {
    const tally: SheetTally = { sheet, added: 0, changed: 0, unchanged: 0, examples: 0, bad: 0 }
    this.sheets.push(tally)
    return tally
  }

  addProblems(problems: readonly Problem[]): void {
    this.problemCount += problems.length
    this.problems.push(...problems.slice(0, Math.max(0, this.#kept - this.problems.length)))
  }

  addWarning(warning: Warning): void {
    this.warningCount++
    if (this.warnings.filter(({ code }) => code === warning.code).length < WARNINGS_KEPT) this.warnings.push(warning)
  }

  /** Rows that the ledger now has, whether they are new, changed or were there already. */
  get rows(): number {
    return this.sheets.reduce((sum, { added, changed, unchanged }) => sum + added + changed + unchanged, 0)
  }
}
