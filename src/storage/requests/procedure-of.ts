import { sql } from 'kysely'
import type { Trx } from '../storage.ts'

export type Procedure = 'request' | 'recordAmendment'

/** Of which procedure the case with a number is; of two that have it the request is meant. Null where there is neither. */
export async function procedureOf(trx: Trx, agencyId: number, number: string): Promise<Procedure | null> {
  const { rows } = await sql<{ procedure: Procedure | null }>`select case
      when exists (select from request where agency_id = ${agencyId} and number = ${number}) then 'request'
      when exists (select from amendment where agency_id = ${agencyId} and number = ${number}) then 'recordAmendment'
    end as procedure`.execute(trx)
  return rows[0]?.procedure ?? null
}
