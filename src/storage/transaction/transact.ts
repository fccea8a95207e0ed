import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import { escapeLiteral, type Pool, type PoolClient } from 'pg'
import { isConnectionLoss } from '../connection-loss.ts'
import type { Database } from '../database.ts'
import type { FileFolder } from '../files/file-folder.ts'
import { ApplicantSealer } from '../sealing/applicant-sealer.ts'
import type { InstallationKey } from '../secrets/installation-key.ts'
import type { Acting, Trx } from '../storage.ts'
import { setContext } from '../transaction-context.ts'
import { setActing } from './acting-settings.ts'
import { AuditQueue, appendAuditText } from './audit-queue.ts'

/** Where transactions get their connections. `options` and `end` are what kysely's driver asks of a pool. */
export type Connections = {
  readonly options: Pool['options']
  readonly connect: () => Promise<PoolClient>
  readonly end: () => Promise<void>
}

/** What belongs to an installation beside its database. */
export type Installation = { readonly key: InstallationKey; readonly files: FileFolder }

/** One transaction as `who`; see `Storage.transact`. A connection found dead before `work` began is replaced. */
export async function transact<T>(
  connections: Connections,
  { key, files }: Installation,
  who: Acting,
  work: (trx: Trx) => Promise<T>,
): Promise<T> {
  const audit = new AuditQueue()
  const last: string[] = []
  const sealer = new ApplicantSealer(key)
  const db = new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new ActingDriver(connections, `${beginOn(who.snapshot)}; ${setActing(who)}`, audit, last),
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  let begun = false
  const attempt = () =>
    db.transaction().execute(async (trx) => {
      begun = true
      setContext(trx, { who, key, sealer, audit, last, files })
      return await work(trx)
    })
  // After a restart of the server every waiting connection of the pool may be a dead one, each met once.
  try {
    for (let left = connections.options.max; ; left--) {
      try {
        return await attempt()
      } catch (error) {
        if (begun || left === 0 || !isConnectionLoss(error)) throw error
      }
    }
  } finally {
    await sealer.end()
  }
}

/** Begins and names the acting in one message, and commits in one message with the last statements and audit entries. */
class ActingDriver extends PostgresDriver {
  readonly #begin: string
  readonly #audit: AuditQueue
  readonly #last: readonly string[]

  constructor(connections: Connections, begin: string, audit: AuditQueue, last: readonly string[]) {
    super({ pool: connections })
    this.#begin = begin
    this.#audit = audit
    this.#last = last
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(this.#begin))
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const entries = this.#audit.take()
    if (entries === null && this.#last.length === 0) return await super.commitTransaction(connection)
    // The audit comes last: it locks the head of the chain, which everybody else of the agency waits for.
    const audit = entries === null ? [] : [appendAuditText(entries)]
    await connection.executeQuery(CompiledQuery.raw([...this.#last, ...audit, 'commit'].join('; ')))
  }
}

function beginOn(snapshot: Acting['snapshot']): string {
  if (snapshot === undefined) return 'begin'
  const begin = 'begin isolation level repeatable read read only'
  return snapshot === 'new' ? begin : `${begin}; set transaction snapshot ${escapeLiteral(snapshot)}`
}
