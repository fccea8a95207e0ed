/** Remembers which units of a text are spoken for, so that no two findings speak of the same words. */
export class ClaimedPlaces {
  readonly #length: number
  #claimed: Uint8Array | undefined

  constructor(length: number) {
    this.#length = length
  }

  /** Claims `start` to `end`; false, and nothing claimed, when some of it already is. */
  claim(start: number, end: number): boolean {
    // Made when first needed, for most texts have nothing to claim.
    this.#claimed ??= new Uint8Array(this.#length)
    if (this.#claimed.subarray(start, end).includes(1)) return false
    this.#claimed.fill(1, start, end)
    return true
  }
}
