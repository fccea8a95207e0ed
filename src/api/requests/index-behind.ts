import type { Log } from '../../operation/log.ts'
import { indexRequests } from '../../storage/requests/search/index-requests.ts'
import type { Storage } from '../../storage/storage.ts'

/**
 * Gives a function that has an agency's cases indexed for search behind the answers, one agency after the other. Nobody
 * waits for it: search is right without it, and slower.
 */
export function indexBehind(storage: Storage, log: Log): (agencyId: number) => void {
  const asked = new Set<number>()
  let last = Promise.resolve()
  return (agencyId) => {
    if (asked.has(agencyId)) return
    asked.add(agencyId)
    last = last
      .then(() => indexRequests(storage, agencyId, () => false))
      .catch((error: unknown) => log({ event: 'failed', job: 'search', error }))
      .finally(() => void asked.delete(agencyId))
  }
}
