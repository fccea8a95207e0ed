import { escapeLiteral } from 'pg'
import type { Hearing } from './listen-to-database.ts'
import type { Storage, Trx } from './storage.ts'
import { contextOf } from './transaction-context.ts'

/**
 * What a public page was made of: `agencies`, `item:ID`, `list:1:items=rules`. A page that read something bears its tag; whatever
 * changes something tells its tag, and the page is made anew.
 */
export type PublicTag = string

/** Everything that is public: told where the tags would not fit into one message. */
export const everyTag: PublicTag = '*'

const channel = 'gongkai_public'
/** PostgreSQL's own limit is 8,000 bytes. */
const longestPayload = 7000

const reads = new WeakMap<Trx, Set<PublicTag>>()

/** What was read so far in this transaction is of no concern to what is made next. */
export function beginReading(trx: Trx): void {
  reads.set(trx, new Set())
}

/** Notes that what is read in this transaction changes with `tag`: every function that reads for the public says so. */
export function noteRead(trx: Trx, ...tags: readonly PublicTag[]): void {
  const noted = reads.get(trx) ?? new Set()
  for (const tag of tags) noted.add(tag)
  reads.set(trx, noted)
}

/** What was read in this transaction for the public. */
export function tagsRead(trx: Trx): readonly PublicTag[] {
  return [...(reads.get(trx) ?? [])]
}

/** Tells every server process, together with the commit, that what these tags name has changed. */
export function announcePublic(trx: Trx, tags: Iterable<PublicTag>): void {
  const payload = JSON.stringify([...new Set(tags)])
  const fits = Buffer.byteLength(payload) <= longestPayload
  contextOf(trx).last.push(`notify ${channel}, ${escapeLiteral(fits ? payload : JSON.stringify([everyTag]))}`)
}

/** Hears, until `stop`, which tags changed in any process; `begun` and `lost` as of `Hearing`. */
export function hearPublic(
  storage: Storage,
  { changed, ...told }: Omit<Hearing, 'heard'> & { readonly changed: (tags: readonly PublicTag[]) => void },
): { readonly stop: () => Promise<void> } {
  return storage.listen(channel, {
    heard: (payload) => changed(JSON.parse(payload) as readonly PublicTag[]),
    ...told,
  })
}
