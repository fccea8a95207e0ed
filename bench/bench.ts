/** One measured figure. `bar` is what it is held against, e.g. `≤ 1.5`; `baseline` names the command or peer it was measured beside. */
export type BenchRow = {
  readonly figure: string
  readonly value: string
  readonly bar: string
  readonly held: boolean
  readonly baseline: string
  readonly remarks: string
}

/** The middle of several timings of `run`, in milliseconds. */
export async function medianMs(times: number, run: () => unknown): Promise<number> {
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const start = performance.now()
    await run()
    taken.push(performance.now() - start)
  }
  taken.sort((a, b) => a - b)
  return taken[Math.floor(taken.length / 2)] ?? Number.NaN
}
