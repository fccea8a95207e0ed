import { errorMark } from '../operation/error-mark.ts'
import type { Log } from '../operation/log.ts'
import type { Day } from '../statute/day.ts'
import { findDuePublications, performDuePublication } from '../storage/publications/due-publications.ts'
import type { Storage } from '../storage/storage.ts'

export type PublicationsParts = {
  readonly storage: Storage
  readonly today: () => Day
  readonly log: Log
}

/** How often it is looked for what is due; and how long one that failed is let be. */
const everyMs = 2_000
const patienceMs = 60_000

/**
 * Publishes scheduled items at their hour and ends the validity of those past their last day, until `stop`, which waits for
 * what is under way. Several servers may do this: each item is done by one of them.
 */
export function runPublications(parts: PublicationsParts): { readonly stop: () => Promise<void> } {
  const failed = new Map<string, number>()
  let stopping = false
  let timer: NodeJS.Timeout | null = null
  let looking = Promise.resolve()
  const begin = () => {
    looking = doDue(parts, failed, () => stopping)
      .catch((error: unknown) => parts.log({ event: 'failed', job: 'publications', error }))
      .then(() => {
        if (!stopping) timer = setTimeout(begin, everyMs)
      })
  }
  begin()
  return {
    async stop() {
      stopping = true
      if (timer) clearTimeout(timer)
      await looking
    },
  }
}

async function doDue(
  { storage, today, log }: PublicationsParts,
  failed: Map<string, number>,
  stopping: () => boolean,
): Promise<void> {
  const all = await findDuePublications(storage, today())
  for (const due of all) {
    if (stopping()) return
    const name = `${due.agencyId} ${due.number} ${due.what}`
    if ((failed.get(name) ?? 0) > performance.now()) continue
    try {
      if (await performDuePublication(storage, due, today()))
        log({ event: 'publication', what: due.what, state: 'done' })
      failed.delete(name)
    } catch (error) {
      // It stands in today's list as missed; an item that cannot be published holds up no other.
      failed.set(name, performance.now() + patienceMs)
      log({ event: 'publication', what: due.what, state: 'failed', problem: markOf(error) })
    }
  }
  log({ event: 'looked', job: 'publications', due: all.length })
}

function markOf(error: unknown): string {
  const { name, code } = errorMark(error)
  return code ?? name
}
