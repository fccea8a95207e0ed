/** Remembers which units of a text are spoken for, so that no two findings speak of the same words. */
export class ClaimedPlaces {
  readonly #claimed: Uint8Array

  constructor(length: number) {
    this.#claimed = new Uint8Array(length)
  }

  /** Claims `start` to `end`; false, and nothing claimed, when some of it already is. */
  claim(start: number, end: number): boolean {
    if (this.#claimed.subarray(start, end).includes(1)) return false
    this.#claimed.fill(1, start, end)
    return true
  }
}
