import { sql } from 'kysely'
import type { Trx } from './storage.ts'
import type { AuditEntry } from './transaction/audit-queue.ts'
import { contextOf } from './transaction-context.ts'

export type { AuditEntry } from './transaction/audit-queue.ts'

/** Above this many waiting entries they are sent at once, so that an import of any length keeps its memory flat. */
const batch = 1000

/**
 * Adds entries to the audit chains of their agencies, in this order, in this transaction. Few entries wait for the commit
 * and travel with it: the chain's head is then locked for the shortest time. Actor and reason come from `transact`.
 */
export async function appendAudit(trx: Trx, entries: AuditEntry | readonly AuditEntry[]): Promise<void> {
  const { audit } = contextOf(trx)
  const list: readonly AuditEntry[] = Array.isArray(entries) ? entries : [entries as AuditEntry]
  for (let from = 0; from < list.length; from += batch) {
    audit.add(list.slice(from, from + batch))
    if (audit.size >= batch) await sql`select append_audit(${audit.take()}::jsonb)`.execute(trx)
  }
}
