/** Work that no answer waits for, and that a server waits for when it stops. */
export type Behind = {
  /** What is added never rejects. */
  readonly add: (work: Promise<void>) => void
  /** Resolves when all of it is done, or the time is over. */
  readonly done: (patienceMs: number) => Promise<void>
}

export function makeBehind(): Behind {
  const all = new Set<Promise<void>>()
  return {
    add(work) {
      all.add(work)
      void work.finally(() => all.delete(work))
    },
    async done(patienceMs) {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patienceMs)
      })
      await Promise.race([Promise.all(all), late])
      clearTimeout(timer)
    },
  }
}
