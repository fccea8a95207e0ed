import { sql } from 'kysely'
import { Refusal } from '../../refusals/refusal.ts'
import { foldEvents } from '../../requests/case/evolve.ts'
import type { RequestCase } from '../../requests/case/request-case.ts'
import type { RequestEvent } from '../../requests/events/request-event.ts'
import type { Trx } from '../storage.ts'
import { fromStored } from './stored-event.ts'

/** An event with who recorded it and when. */
export type RecordedEvent = {
  readonly version: number
  readonly recordedAt: Date
  readonly actor: string
  readonly event: RequestEvent
}

export type LoadedRequest = {
  readonly number: string
  readonly version: number
  readonly request: RequestCase
  readonly events: readonly RecordedEvent[]
}

/**
 * A case out of its events. `for: 'change'` locks it until the end of the transaction, so that two acts on one case come one
 * after the other. Refuses a number that the agency does not have.
 */
export async function loadRequest(
  trx: Trx,
  agencyId: number,
  number: string,
  purpose: { readonly for: 'reading' | 'change' },
): Promise<LoadedRequest> {
  if (purpose.for === 'change') {
    const { rows } = await sql<{ destroyedIn: number | null }>`select destroyed_in as "destroyedIn" from request
      where agency_id = ${agencyId} and number = ${number} for update`.execute(trx)
    const list = rows[0]?.destroyedIn
    if (typeof list === 'number') throw new Refusal('request-destroyed', { number, list })
  }
  const events = await trx
    .selectFrom('request_event')
    .select(['version', 'recorded_at as recordedAt', 'actor', 'event'])
    .where('agency_id', '=', agencyId)
    .where('number', '=', number)
    .orderBy('version')
    .execute()
  const last = events.at(-1)
  const read = events.map((one) => ({ ...one, event: fromStored(one.event) }))
  const request = foldEvents(read.map(({ event }) => event))
  if (!request || !last) throw await gone(trx, agencyId, number)
  // What a ledger told of a case outlasts its destruction, for the audit chain, but is no case any more.
  if (read[0]?.event.type === 'imported') await requireNotDestroyed(trx, agencyId, number)
  return { number, version: last.version, request, events: read }
}

/** Why a case has no events: it was destroyed, or there never was one. */
async function gone(trx: Trx, agencyId: number, number: string): Promise<Refusal> {
  await requireNotDestroyed(trx, agencyId, number)
  return new Refusal('request-unknown', { number })
}

async function requireNotDestroyed(trx: Trx, agencyId: number, number: string): Promise<void> {
  const { rows } = await sql<{ list: number }>`select destroyed_in as list from request
    where agency_id = ${agencyId} and number = ${number} and destroyed_in is not null`.execute(trx)
  if (rows[0]) throw new Refusal('request-destroyed', { number, list: rows[0].list })
}
