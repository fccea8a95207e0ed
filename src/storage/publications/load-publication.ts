import { sql } from 'kysely'
import { foldPublication } from '../../publications/evolve-publication.ts'
import type { ItemBody } from '../../publications/item-body.ts'
import type { PublicationCase } from '../../publications/publication-case.ts'
import type { PublicationEvent } from '../../publications/publication-event.ts'
import { Refusal } from '../../refusals/refusal.ts'
import type { Trx } from '../storage.ts'

export type LoadedPublication = {
  readonly number: string
  /** By which the public knows it. */
  readonly id: string
  readonly version: number
  readonly item: PublicationCase
  readonly events: readonly {
    readonly version: number
    readonly recordedAt: Date
    readonly actor: string
    readonly event: PublicationEvent
  }[]
}

/** An item out of its events. `for: 'change'` locks it until the end of the transaction. Refuses a number the agency does not have, or whose item was destroyed. */
export async function loadPublication(
  trx: Trx,
  agencyId: number,
  number: string,
  purpose: { readonly for: 'reading' | 'change' },
): Promise<LoadedPublication> {
  const { rows: listed } = await sql<{ id: string; destroyedIn: number | null }>`select id,
      destroyed_in as "destroyedIn" from publication
    where agency_id = ${agencyId} and number = ${number} ${purpose.for === 'change' ? sql`for update` : sql``}`.execute(
    trx,
  )
  const [row] = listed
  if (!row) throw new Refusal('publication-unknown', { number })
  if (row.destroyedIn !== null) throw new Refusal('publication-destroyed', { number, list: row.destroyedIn })
  const { rows: events } = await sql<LoadedPublication['events'][number]>`select version,
      recorded_at as "recordedAt", actor, event from publication_event
    where agency_id = ${agencyId} and number = ${number} order by version`.execute(trx)
  const item = foldPublication(events.map(({ event }) => event))
  const last = events.at(-1)
  if (!last || !item) throw new Error(`the item ${number} has no event`)
  return { number, id: row.id, version: last.version, item, events }
}

/** A text by its digest; null where the item has none. */
export async function loadText(trx: Trx, agencyId: number, digest: string | null): Promise<ItemBody | null> {
  if (digest === null) return null
  const { rows } = await sql<{ body: ItemBody }>`select body from publication_text
    where agency_id = ${agencyId} and digest = ${digest}`.execute(trx)
  if (!rows[0]) throw new Error(`the text ${digest} is gone`)
  return rows[0].body
}
