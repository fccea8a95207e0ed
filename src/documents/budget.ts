import { Refusal } from '../refusals/refusal.ts'
import { limits } from './limits.ts'

/** Counts the cells and paragraphs of one document and refuses it when there are too many. */
export class Budget {
  #left: number
  readonly #limit: number

  constructor(limit: number = limits.cells) {
    this.#limit = limit
    this.#left = limit
  }

  /** Throws Refusal `too-many-cells` when `count` more do not fit. */
  spend(count: number): void {
    this.#left -= count
    if (this.#left < 0) throw new Refusal('too-many-cells', { limit: this.#limit })
  }
}
