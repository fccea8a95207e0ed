import { sql } from 'kysely'
import type { Storage, Trx } from '../storage.ts'
import { contextOf } from '../transaction-context.ts'

/** Bytes are older than this before they are looked at: whoever keeps a file is done with it long before. */
const untouchedMs = 3_600_000
const batch = 500

/** What a sweep did: how many files it took away, or that it took none since this database knows nothing of what lies there. */
export type Swept = { readonly removed: number; readonly foreign: boolean }

/**
 * Takes from the disk the bytes that a process left which was killed before it could record them: those that no agency has. Where
 * the database knows none of the files it takes none: then it is more likely the wrong database, or one that is being restored.
 */
export async function sweepFiles(storage: Storage, actor: string, now: Date): Promise<Swept> {
  const before = new Date(now.getTime() - untouchedMs)
  const as = <T>(work: (trx: Trx) => Promise<T>) => storage.transact({ agencies: [], actor }, work)
  const files = await as(async (trx) => contextOf(trx).files)
  const suspects: string[] = []
  let known = 0
  for (const some of batches(await files.list())) {
    const unclaimed = await as((trx) => unclaimedOf(trx, some))
    known += some.length - unclaimed.length
    for (const digest of unclaimed) {
      const writtenAt = await files.writtenAt(digest)
      if (writtenAt !== null && writtenAt < before) suspects.push(digest)
    }
  }
  if (known === 0 && suspects.length > 0) return { removed: 0, foreign: true }
  let removed = await files.removeDrafts(before)
  for (const some of batches(suspects)) {
    removed += await as(async (trx) => {
      // Nobody keeps the same bytes anew between the look and the end; see `storeFile`.
      await sql`select pg_advisory_xact_lock(hashtext('gongkai files'))`.execute(trx)
      let gone = 0
      for (const digest of await unclaimedOf(trx, some)) if (await files.remove(digest)) gone += 1
      return gone
    })
  }
  return { removed, foreign: false }
}

/** Of these the digests that no agency has a file of. */
async function unclaimedOf(trx: Trx, digests: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ digest: string }>`select unclaimed_files(${digests}::text[]) as digest`.execute(trx)
  return rows.map(({ digest }) => digest)
}

function* batches(digests: readonly string[]) {
  for (let at = 0; at < digests.length; at += batch) yield digests.slice(at, at + batch)
}
