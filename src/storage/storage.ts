import type { Transaction } from 'kysely'
import type { Database } from './database.ts'
import type { Hearing } from './listen-to-database.ts'
import type { InstallationKey } from './secrets/installation-key.ts'
import type { Part } from './transaction/transact-together.ts'

/** Whose rows may be seen and written, who acts, and why. `agencies` may be empty: then no row is seen at all. */
export type Acting = {
  readonly agencies: readonly number[]
  readonly actor: string
  readonly reason?: string
  /** Reads one state of the database all along: `new`, or the one that `shareSnapshot` named in a transaction that still runs. */
  readonly snapshot?: 'new' | SnapshotId
  /** Settings of the database that hold in the transaction. */
  readonly settings?: Readonly<Record<string, string>>
}

/** One state of the database, which several transactions may read together. */
export type SnapshotId = string & { readonly __brand: 'SnapshotId' }

export type ConnectionFigures = {
  readonly total: number
  readonly idle: number
  readonly waiting: number
  readonly most: number
}

export type Trx = Transaction<Database>

/** The one way to the database. There is no query outside a transaction that names its agencies. */
export type Storage = {
  /**
   * Runs `work` in one transaction as the unprivileged app role, seeing only the rows of `who.agencies`. Commits when
   * `work` returns, rolls back when it throws. Audit entries appended inside are written last, together with the commit.
   */
  readonly transact: <T>(who: Acting, work: (trx: Trx) => Promise<T>) => Promise<T>
  /** Hears what is notified on a channel, by whichever process, until `stop`. */
  readonly listen: (channel: string, hearing: Hearing) => { readonly stop: () => Promise<void> }
  /** Runs several small changes in one transaction, each as its own acting; see `transactTogether` of the transaction. */
  readonly transactTogether: (parts: (key: InstallationKey) => readonly Part[]) => Promise<void>
  /** How many connections to the database there are, how many of them rest, who waits for one, and how many there may be. */
  readonly connections: () => ConnectionFigures
  /** Gives the connections back; the last user of an embedded server stops it. May be called twice. */
  readonly close: () => Promise<void>
}
