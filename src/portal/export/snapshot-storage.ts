import type { Storage, Trx } from '../../storage/open-storage.ts'

/** A storage in which everybody is the public and reads in one transaction. Nothing can be written, nor read as an agency. */
export function snapshotStorage(trx: Trx): Storage {
  return {
    transact(who, work) {
      if (who.agencies.length > 0) throw new TypeError('an export reads what is public only')
      return work(trx)
    },
    transactTogether: () => Promise.reject(new TypeError('an export writes nothing')),
    listen: () => ({ stop: async () => {} }),
    connections: () => ({ total: 0, idle: 0, waiting: 0, most: 0 }),
    close: async () => {},
  }
}
