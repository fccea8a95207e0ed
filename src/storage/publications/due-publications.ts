import { sql } from 'kysely'
import { officeRoles } from '../../office/role.ts'
import { addDays, type Day } from '../../statute/day.ts'
import type { Storage } from '../storage.ts'
import { loadPublication } from './load-publication.ts'
import { actOnPublication, type PublicationAct } from './write-publication.ts'

/** What the program does of itself with an item: publish it at its hour, end its validity after its last day. */
export type DuePublication = {
  readonly agencyId: number
  readonly number: string
  readonly what: 'publish' | 'expire'
}

const publicationsActor = 'system:publications'

/** What is due now, of every agency: scheduled items by the clock of the database, validity by `today`. */
export async function findDuePublications(storage: Storage, today: Day): Promise<readonly DuePublication[]> {
  return await storage.transact({ agencies: [], actor: publicationsActor }, async (trx) => {
    const { rows } = await sql<DuePublication>`select agency_id as "agencyId", number, what
      from due_publications(${today}::date)`.execute(trx)
    return rows
  })
}

/**
 * Does what is due with one item, in one transaction that holds its row; false where another process has done it or does it
 * now, or where it is not due any more. Throws PublicationRefused or Refusal where it cannot be done.
 */
export async function performDuePublication(storage: Storage, due: DuePublication, today: Day): Promise<boolean> {
  const { agencyId, number, what } = due
  return await storage.transact({ agencies: [agencyId], actor: publicationsActor }, async (trx) => {
    const { rows } = await sql<{ version: number; due: boolean }>`select version, case when ${what} = 'publish'
        then phase = 'scheduled' and publish_at <= clock_timestamp()
        else validity in ('inForce', 'modified') and valid_until < ${today}::date end as due
      from publication where agency_id = ${agencyId} and number = ${number} for update skip locked`.execute(trx)
    if (!rows[0]?.due) return false
    const { item } = await loadPublication(trx, agencyId, number, { for: 'change' })
    const command = what === 'publish' ? ({ type: 'publish', on: today } as const) : expiry(item.live, today)
    await actOnPublication(trx, agencyId, { number, command, seen: rows[0].version }, { today, roles: officeRoles })
    return true
  })
}

function expiry(
  live: { readonly content: { readonly metadata: { readonly validUntil: Day | null } } } | null,
  on: Day,
): PublicationAct['command'] {
  const until = live?.content.metadata.validUntil
  if (!until) throw new Error('an item without a last day expires')
  return { type: 'changeValidity', on, validity: 'expired', since: addDays(until, 1), basis: '有效期届满' }
}
