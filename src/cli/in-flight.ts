/** A few pieces of work going on at once. The first failure is kept and told when the next piece is started. */
export class InFlight {
  readonly #most: number
  readonly #going = new Set<Promise<void>>()
  #failure: { readonly error: unknown } | null = null

  constructor(most: number) {
    this.#most = most
  }

  /** Starts `work` as soon as fewer than the most pieces are going; throws the failure of an earlier one instead. */
  async start(work: () => Promise<void>): Promise<void> {
    while (this.#going.size >= this.#most) await Promise.race(this.#going)
    this.throwFailure()
    const piece = work()
      .catch((error: unknown) => {
        this.#failure ??= { error }
      })
      .finally(() => void this.#going.delete(piece))
    this.#going.add(piece)
  }

  /** Waits until nothing is going. Never throws. */
  async settled(): Promise<void> {
    await Promise.all(this.#going)
  }

  throwFailure(): void {
    if (this.#failure) throw this.#failure.error
  }
}
