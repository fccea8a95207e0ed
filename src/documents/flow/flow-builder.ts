import { Budget } from '../budget.ts'
import { limits } from '../limits.ts'
import type { FlowItem } from './flow.ts'
import { resolveTable } from './resolve-table.ts'
import { TableDraft } from './table-draft.ts'

type Level = { readonly target: FlowItem[]; readonly draft: TableDraft }

/**
 * Collects paragraphs and tables as a reader meets them. Tables may nest; those deeper than `limits.tableDepth` are
 * read as paragraphs of the cell that holds them. A reader's calls need not be balanced.
 */
export class FlowBuilder {
  readonly items: FlowItem[] = []
  readonly #budget: Budget
  readonly #levels: Level[] = []
  #target: FlowItem[] = this.items
  #tooDeep = 0

  constructor(budget: Budget = new Budget()) {
    this.#budget = budget
  }

  /** Adds a paragraph to the open cell or, outside tables, to the document. Empty ones are left out. */
  paragraph(text: string): void {
    if (text === '') return
    this.#budget.spendParagraphs(1)
    this.#target.push(text)
  }

  /** Adds items made elsewhere, such as those of a text box. */
  append(items: readonly FlowItem[]): void {
    for (const item of items) this.#target.push(item)
  }

  openTable(): void {
    if (this.#tooDeep > 0 || this.#levels.length >= limits.tableDepth) this.#tooDeep++
    else this.#levels.push({ target: this.#target, draft: new TableDraft(this.#budget) })
  }

  openRow(before = 0): void {
    this.#draft()?.openRow(before)
  }

  /** `rowSpan` may be Infinity: to the end of the row group. */
  openCell(columnSpan: number, rowSpan: number): void {
    const draft = this.#draft()
    if (draft) this.#target = draft.addCell(columnSpan, rowSpan)
  }

  /** A docx cell that goes on the one above or on the left; opens a cell of its own when there is none to go on. */
  continueCell(from: 'above' | 'left', columnSpan: number): void {
    const draft = this.#draft()
    if (!draft) return
    const items = from === 'above' ? draft.continueAbove(columnSpan) : draft.continueLeft(columnSpan)
    this.#target = items ?? draft.addCell(columnSpan, 1)
  }

  closeCell(): void {
    const level = this.#levels.at(-1)
    if (level && this.#tooDeep === 0) this.#target = level.target
  }

  /** The file ends here. A cell that is open and empty is no blank: it may have been about to hold something. */
  breakOff(): void {
    const cells = this.#levels.at(-1)?.draft.cells
    if (cells?.at(-1)?.items === this.#target && this.#target.length === 0) cells.pop()
  }

  endRowGroup(): void {
    this.#draft()?.endGroup()
  }

  closeTable(): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep--
      return
    }
    const level = this.#levels.pop()
    if (!level) return
    this.#target = level.target
    level.draft.endGroup()
    this.append(resolveTable(level.draft.cells))
  }

  #draft(): TableDraft | undefined {
    return this.#tooDeep > 0 ? undefined : this.#levels.at(-1)?.draft
  }
}
