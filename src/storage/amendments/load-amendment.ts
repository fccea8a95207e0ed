import { sql } from 'kysely'
import { Refusal } from '../../refusals/refusal.ts'
import type { AmendmentCase } from '../../requests/amendments/amendment-case.ts'
import type { AmendmentEvent } from '../../requests/amendments/amendment-event.ts'
import { foldAmendment } from '../../requests/amendments/evolve-amendment.ts'
import type { Trx } from '../storage.ts'

export type LoadedAmendment = {
  readonly number: string
  readonly version: number
  readonly amendment: AmendmentCase
  readonly events: readonly {
    readonly version: number
    readonly recordedAt: Date
    readonly actor: string
    readonly event: AmendmentEvent
  }[]
  /** What the applicant wrote: the record that is said to be wrong, and what it should say. */
  readonly record: string
  readonly claim: string
}

/**
 * A record amendment out of its events. `for: 'change'` locks it until the end of the transaction. Refuses a number that the
 * agency does not have, or whose case was destroyed.
 */
export async function loadAmendment(
  trx: Trx,
  agencyId: number,
  number: string,
  purpose: { readonly for: 'reading' | 'change' },
): Promise<LoadedAmendment> {
  const { rows: listed } = await sql<
    { destroyedIn: null; record: string; claim: string } | { destroyedIn: number }
  >`select record, claim, destroyed_in as "destroyedIn" from amendment
    where agency_id = ${agencyId} and number = ${number} ${purpose.for === 'change' ? sql`for update` : sql``}`.execute(
    trx,
  )
  const [row] = listed
  if (typeof row?.destroyedIn === 'number') throw new Refusal('amendment-destroyed', { number, list: row.destroyedIn })
  const { rows: events } = await sql<LoadedAmendment['events'][number]>`select version, recorded_at as "recordedAt",
      actor, event from amendment_event where agency_id = ${agencyId} and number = ${number} order by version`.execute(
    trx,
  )
  const last = events.at(-1)
  const amendment = foldAmendment(events.map(({ event }) => event))
  if (!row || !last || !amendment) throw new Refusal('amendment-unknown', { number })
  const { record, claim } = row
  return { number, version: last.version, amendment, events, record, claim }
}
