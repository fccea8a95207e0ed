import { sql } from 'kysely'
import type { Storage } from './storage.ts'

/** Counts of a whole installation, for whoever runs it. */
export type OperationFigures = { readonly agencies: number; readonly auditEntries: number; readonly bytes: number }

/** Counts agencies, entries of all audit chains, and bytes of the database. */
export async function readOperationFigures(storage: Storage): Promise<OperationFigures> {
  return await storage.transact({ agencies: [], actor: 'system:operation' }, async (trx) => {
    const { rows } = await sql<Record<keyof OperationFigures, string>>`select agencies,
      audit_entries as "auditEntries", bytes from operation_figures()`.execute(trx)
    const [row] = rows
    if (!row) throw new Error('the database tells no figures')
    return { agencies: Number(row.agencies), auditEntries: Number(row.auditEntries), bytes: Number(row.bytes) }
  })
}
