import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { RequestListing } from '../../requests/case/listing-of.ts'
import type { RequestEvent } from '../../requests/events/request-event.ts'
import type { Day } from '../../statute/day.ts'
import { appendAudit } from '../audit.ts'
import type { Trx } from '../storage.ts'
import { listingRow } from './listing-row.ts'
import { toStored } from './stored-event.ts'

/** Adds events to a case after `version`, brings its listing row up to them, and audits each. Gives the new version. */
export async function appendEvents(
  trx: Trx,
  agencyId: number,
  number: string,
  version: number,
  events: readonly RequestEvent[],
  listing: RequestListing,
): Promise<number> {
  const stored = events.map(toStored)
  const values = stored.map((event, at) => sql`(${agencyId}, ${number}, ${version + 1 + at}, ${event}::jsonb)`)
  const columns = Object.entries({ ...listingRow(listing), managed: true, version: version + events.length })
  const set = columns.map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  await Promise.all([
    sql`insert into request_event (agency_id, number, version, event) values ${sql.join(values)}`.execute(trx),
    sql`update request set ${sql.join(set)} where agency_id = ${agencyId} and number = ${number}`.execute(trx),
  ])
  await appendAudit(
    trx,
    events.map((event, at) => ({
      agencyId,
      action: `request.${event.type}`,
      subject: number,
      after: auditedEvent(event, version + 1 + at),
    })),
  )
  return version + events.length
}

/** What the audit chain keeps of an event: which it is, and a digest that it must still have. Its texts stay erasable. */
export function auditedEvent(event: { readonly on: Day }, version: number): Readonly<Record<string, unknown>> {
  return { version, on: event.on, sha256: eventDigest(event) }
}

/** The digest of an event whatever order its fields were stored in. */
export function eventDigest(event: object): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(event)))
    .digest('hex')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, sorted(inner)]))
}
