import { sql } from 'kysely'
import { type RawResultId, type RemedyResult, rawResults } from '../../statute/remedy-results.ts'
import { appendAudit } from '../audit.ts'
import type { Trx } from '../storage.ts'

/** In which column of the form the agency counts each result: its own setting, else the default. */
export async function resultColumns(trx: Trx, agencyId: number): Promise<ReadonlyMap<RawResultId, RemedyResult>> {
  const { rows } = await sql<{ raw: RawResultId; result: RemedyResult }>`select raw_result as raw, result
    from remedy_result where agency_id = ${agencyId}`.execute(trx)
  return new Map([
    ...rawResults.map(({ id, column }) => [id, column] as const),
    ...rows.map(({ raw, result }) => [raw, result] as const),
  ])
}

/** Sets the column for cases that are concluded from now on; those concluded before keep theirs. */
export async function setResultColumn(
  trx: Trx,
  agencyId: number,
  raw: RawResultId,
  result: RemedyResult,
): Promise<void> {
  const before = (await resultColumns(trx, agencyId)).get(raw)
  await sql`insert into remedy_result (agency_id, raw_result, result) values (${agencyId}, ${raw}, ${result})
    on conflict (agency_id, raw_result) do update set result = excluded.result`.execute(trx)
  await appendAudit(trx, {
    agencyId,
    action: 'remedy.resultColumnSet',
    subject: raw,
    ...(before && { before: { result: before } }),
    after: { result },
  })
}
