import { sql } from 'kysely'
import { Refusal } from '../../refusals/refusal.ts'
import { evolve } from '../../requests/case/evolve.ts'
import { listingOf } from '../../requests/case/listing-of.ts'
import type { RequestCase } from '../../requests/case/request-case.ts'
import { decideRequest } from '../../requests/decide/decide-request.ts'
import type { DecisionContext } from '../../requests/decide/decided.ts'
import { filesIn } from '../../requests/decide/files-in.ts'
import type { RequestCommand } from '../../requests/decide/request-command.ts'
import type { RequestEvent } from '../../requests/events/request-event.ts'
import { requireFiles } from '../files/stored-files.ts'
import type { Trx } from '../storage.ts'
import { contextOf } from '../transaction-context.ts'
import { ActRefused } from './act-refused.ts'
import { appendEvents } from './append-events.ts'
import { loadRequest } from './load-request.ts'
import { requireFitText } from './require-fit-text.ts'

/** Who may do what on which day, besides the actor of the transaction. */
export type ActingFor = Pick<DecisionContext, 'today' | 'calendar' | 'roles'>

/** An act on a case that exists, and what travels beside its events. */
export type RequestAct = {
  readonly number: string
  readonly command: Exclude<RequestCommand, { type: 'register' }>
  /** What the applicant now asks for, where a correction changed it. */
  readonly content?: string
  /** The version that whoever acts has seen; null to act on whatever stands. */
  readonly seen: number | null
}

export type Acted = {
  readonly number: string
  readonly version: number
  readonly request: RequestCase
  readonly events: readonly RequestEvent[]
}

/**
 * The one way to change a case: load its events, decide, append, update the listing row, audit, all in the caller's
 * transaction. Throws ActRefused where the act is turned down, Refusal where the case is unknown or was changed meanwhile.
 */
export async function actOnRequest(trx: Trx, agencyId: number, act: RequestAct, acting: ActingFor): Promise<Acted> {
  const { number, command, content, seen } = act
  const { version, request } = await loadRequest(trx, agencyId, number, { for: 'change' })
  if (seen !== null && seen !== version) throw new Refusal('request-changed', { number, seen, version })
  await requireFiles(trx, agencyId, filesIn(command))
  if (command.type === 'join') await requireOther(trx, agencyId, command.into)
  if (content !== undefined) requireFitText({ content })
  const { events, refused } = decideRequest(request, command, { ...acting, number, actor: contextOf(trx).who.actor })
  if (refused) throw new ActRefused(refused)
  const after = events.reduce<RequestCase>(evolve, request)
  const listing = listingOf(after, acting.calendar, acting.today)
  const now = await appendEvents(trx, agencyId, number, version, events, listing)
  if (content !== undefined) await replaceContent(trx, agencyId, number, version, content)
  return { number, version: now, request: after, events }
}

/** The case that another one is joined with must be there, and be handled itself. */
async function requireOther(trx: Trx, agencyId: number, number: string): Promise<void> {
  const { rows } = await sql<{ phase: string }>`select phase from request
    where agency_id = ${agencyId} and number = ${number}`.execute(trx)
  if (!rows[0]) throw new Refusal('request-unknown', { number })
  if (rows[0].phase === 'joined') throw new Refusal('request-joined', { number })
  if (rows[0].phase === 'closed' || rows[0].phase === 'archived') throw new Refusal('request-answered', { number })
}

/** The listing holds what is asked for now; what was asked before stays beside it, under the version that it came with. */
async function replaceContent(trx: Trx, agencyId: number, number: string, version: number, content: string) {
  await sql`insert into request_text (agency_id, number, version, content)
    select agency_id, number, ${version}, content from request
    where agency_id = ${agencyId} and number = ${number} and content is not null`.execute(trx)
  await sql`update request set content = ${content} where agency_id = ${agencyId} and number = ${number}`.execute(trx)
}
