import { escapeLiteral, type PoolClient, type QueryResult } from 'pg'
import { isConnectionLoss } from '../connection-loss.ts'
import { errorCode } from '../error-code.ts'
import type { Acting } from '../storage.ts'
import { setActing } from './acting-settings.ts'
import { type AuditEntry, AuditQueue, appendAuditText } from './audit-queue.ts'
import type { Connections } from './transact.ts'

/** One of several changes that share a transaction. */
export type Part = {
  /** Its statements see and write the rows of these agencies alone, whatever else is in the transaction. */
  readonly who: Acting
  /** A statement with parameters, of which there must be few different ones: a connection plans each once. */
  readonly statement: string
  readonly types: readonly string[]
  readonly values: readonly (string | number)[]
  /** Told the rows of the statement: what goes with the commit. Throws where nothing of the transaction may hold. */
  readonly finish: (rows: readonly unknown[]) => {
    readonly last: readonly string[]
    readonly audit: readonly AuditEntry[]
  }
}

/** Thrown where the connection was lost with the commit under way: what was to be stored may be stored. */
export class CommitUnknown extends Error {
  constructor(cause: unknown) {
    super('the connection was lost during a commit', { cause })
    this.name = 'CommitUnknown'
  }
}

/** How long another transaction's lock is waited for: it would hold up every part, and alone only the one concerned. */
const patience = '200ms'

/**
 * Stores all parts or none, in two messages. They are run by the order of their agencies, so that two such transactions never wait for
 * each other in a ring. Unless it throws CommitUnknown, nothing holds after an error.
 */
export async function transactTogether(connections: Connections, parts: readonly Part[]): Promise<void> {
  const sorted = [...parts].sort((a, b) => (a.who.agencies[0] ?? 0) - (b.who.agencies[0] ?? 0))
  const client = await connections.connect()
  let ended = false
  try {
    const calls: string[] = []
    for (const part of sorted) calls.push(setActing(part.who), await callOf(client, part))
    const begin = `begin; set local lock_timeout = '${patience}'`
    const results = (await client.query([begin, ...calls].join('; '))) as unknown as readonly QueryResult[]
    const last = sorted.flatMap(({ who, finish }, at) => {
      const { last, audit } = finish(results[2 * at + 3]?.rows ?? [])
      const entries = queued(audit)
      return [setActing(who), ...last, ...(entries === null ? [] : [appendAuditText(entries)])]
    })
    await commit(client, last)
    ended = true
  } finally {
    client.release(!ended && !(await rolledBack(client)))
  }
}

function queued(entries: readonly AuditEntry[]): string | null {
  const queue = new AuditQueue()
  queue.add(entries)
  return queue.take()
}

async function commit(client: PoolClient, last: readonly string[]): Promise<void> {
  try {
    await client.query([...last, 'commit'].join('; '))
  } catch (error) {
    throw isConnectionLoss(error) || errorCode(error) === null ? new CommitUnknown(error) : error
  }
}

async function rolledBack(client: PoolClient): Promise<boolean> {
  return await client.query('rollback').then(
    () => true,
    () => false,
  )
}

/** What each connection has prepared, by text. */
const prepared = new WeakMap<PoolClient, Map<string, string>>()

async function callOf(client: PoolClient, { statement, types, values }: Part): Promise<string> {
  const known = prepared.get(client) ?? new Map<string, string>()
  prepared.set(client, known)
  const name = known.get(statement) ?? `together_${known.size + 1}`
  if (!known.has(statement)) {
    await client.query(`prepare ${name} (${types.join(', ')}) as ${statement}`)
    known.set(statement, name)
  }
  const literals = values.map((value) => (typeof value === 'number' ? String(value) : escapeLiteral(value)))
  return `execute ${name} (${literals.join(', ')})`
}
