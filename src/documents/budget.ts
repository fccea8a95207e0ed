import { Refusal } from '../refusals/refusal.ts'
import { limits } from './limits.ts'

/** Counts the table cells and the paragraphs of one document and refuses it when there are too many of either. */
export class Budget {
  #cells = 0
  #paragraphs = 0

  /** Throws Refusal `too-many-cells` when `count` more do not fit. */
  spendCells(count: number): void {
    this.#cells += count
    if (this.#cells > limits.cells) throw new Refusal('too-many-cells', { limit: limits.cells })
  }

  /** The same for paragraphs. */
  spendParagraphs(count: number): void {
    this.#paragraphs += count
    if (this.#paragraphs > limits.paragraphs) throw new Refusal('too-many-cells', { limit: limits.paragraphs })
  }
}
