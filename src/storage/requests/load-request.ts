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
  if (purpose.for === 'change')
    await sql`select 1 from request where agency_id = ${agencyId} and number = ${number} for update`.execute(trx)
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
  if (!request || !last) throw new Refusal('request-unknown', { number })
  return { number, version: last.version, request, events: read }
}
