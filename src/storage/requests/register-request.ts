import { type RawBuilder, sql } from 'kysely'
import { Refusal } from '../../refusals/refusal.ts'
import { evolve } from '../../requests/case/evolve.ts'
import { listingOf } from '../../requests/case/listing-of.ts'
import type { RequestCase } from '../../requests/case/request-case.ts'
import { decideRequest } from '../../requests/decide/decide-request.ts'
import { filesIn } from '../../requests/decide/files-in.ts'
import type { CommandOf } from '../../requests/decide/request-command.ts'
import type { RequestEvent } from '../../requests/events/request-event.ts'
import { yearOf } from '../../statute/day.ts'
import { type ApplicantIdentity, applicantInsert, type NewApplicant, newApplicantReference } from '../applicants.ts'
import { type AuditEntry, appendAudit } from '../audit.ts'
import { requireFiles } from '../files/stored-files.ts'
import type { Trx } from '../storage.ts'
import { contextOf } from '../transaction-context.ts'
import type { Acted, ActingFor } from './act-on-request.ts'
import { ActRefused } from './act-refused.ts'
import { auditedEvent } from './append-events.ts'
import { listingRow } from './listing-row.ts'
import { requireFitText } from './require-fit-text.ts'
import { toStored } from './stored-event.ts'

/** A request as it arrived. Who asks, and who acts for them, is told in clear here and sealed before anything is stored. */
export type Registration = Pick<CommandOf<'register'>, 'on' | 'channel' | 'applicantKind' | 'wanted'> & {
  /** The office's own number; null for the next one of the year. */
  readonly number: string | null
  readonly applicants: readonly ApplicantIdentity[]
  readonly agent: { readonly identity: ApplicantIdentity; readonly powerOfAttorney: string | null } | null
  readonly content: string
  /** The stored scan of the application. */
  readonly scan?: string | null
  /** Stored files that prove who asks. */
  readonly proofs?: readonly string[]
}

/** A registration that was decided on, ready to be stored. */
export type PreparedRegistration = {
  readonly request: RequestCase
  readonly event: RequestEvent
  readonly people: readonly NewApplicant[]
  /** Columns of `request` but agency and number. */
  readonly row: Row
  /** Digests of the stored files that it names. */
  readonly files: readonly string[]
}

/** Decides on a registration; nothing is stored. Throws ActRefused, or Refusal for an unfit text. */
export function prepareRegistration(
  registration: Registration,
  acting: ActingFor,
  actor: string,
): PreparedRegistration {
  const { on, channel, applicantKind, wanted, content } = registration
  requireFitText({
    content,
    applicants: registration.applicants,
    agent: registration.agent,
    number: registration.number,
  })
  const people = registration.applicants.map((identity) => ({ reference: newApplicantReference(), identity }))
  const agent = registration.agent && { reference: newApplicantReference(), ...registration.agent }
  const command: CommandOf<'register'> = {
    type: 'register',
    on,
    channel,
    applicantKind,
    applicants: people.map(({ reference }) => reference),
    agent: agent && { person: agent.reference, powerOfAttorney: agent.powerOfAttorney },
    wanted,
    ...(registration.scan ? { scan: registration.scan } : {}),
    ...(registration.proofs?.length ? { proofs: registration.proofs } : {}),
  }
  const { events, refused } = decideRequest(null, command, { ...acting, number: registration.number ?? '', actor })
  if (refused) throw new ActRefused(refused)
  const [event] = events
  if (!event) throw new Error('a registration has led to nothing')
  const request = evolve(null, event)
  const row = { ...listingRow(listingOf(request, acting.calendar, acting.today)), managed: true, content }
  return { request, event, people: agent ? [...people, agent] : people, row, files: filesIn(command) }
}

/** Registers a request under a number of its own. Throws ActRefused, or Refusal where the number is taken. */
export async function registerRequest(
  trx: Trx,
  agencyId: number,
  registration: Registration,
  acting: ActingFor,
): Promise<Acted> {
  const prepared = prepareRegistration(registration, acting, contextOf(trx).who.actor)
  const { request, event, people, row, files } = prepared
  await requireFiles(trx, agencyId, files)
  const stored = await applicantInsert(trx, agencyId, people)
  const number = await insertRequest(trx, agencyId, registration.number, yearOf(registration.on), {
    people: stored,
    row,
    event: toStored(event),
  })
  await appendAudit(trx, registeredEntry(agencyId, number, prepared))
  return { number, version: 1, request, events: [event] }
}

/** What the audit chain keeps of a registration. */
export function registeredEntry(agencyId: number, number: string, { event }: PreparedRegistration): AuditEntry {
  return { agencyId, action: 'request.registered', subject: number, after: auditedEvent(event, 1) }
}

type Row = Readonly<Record<string, string | number | boolean | null>>

/**
 * Stores who applies, the listing row and the first event in one statement. The counter of the year is locked from here to the commit, so this
 * comes last; numbers that an import took are passed over.
 */
async function insertRequest(
  trx: Trx,
  agencyId: number,
  given: string | null,
  year: number,
  { people, row, event }: { readonly people: RawBuilder<unknown>; readonly row: Row; readonly event: string },
): Promise<string> {
  const names = sql.join(Object.keys(row).map((name) => sql.ref(name)))
  const values = sql.join(Object.values(row))
  for (let first = true; ; first = false) {
    const numbered = given === null ? nextNumber(agencyId, year) : sql`select ${given}::text as number`
    const { rows } = await sql<{
      number: string
      stored: boolean
    }>`/* prepared */ with people as (${first ? people : sql`select 1`}),
      numbered as (${numbered}),
      listed as (insert into request (agency_id, number, ${names})
        select ${agencyId}, number, ${values} from numbered on conflict do nothing returning number),
      recorded as (insert into request_event (agency_id, number, version, event)
        select ${agencyId}, number, 1, ${event}::jsonb from listed)
      select number, exists (select 1 from listed) as stored from numbered`.execute(trx)
    const [answer] = rows
    if (!answer) throw new Error('a request was given no number')
    if (answer.stored) return answer.number
    if (given !== null) throw new Refusal('request-number-taken', { number: given })
  }
}

/** 2026-0001, 2026-0002 …: one row of counters a year, locked by whoever takes a number. */
function nextNumber(agencyId: number, year: number) {
  return sql`insert into request_counter as counter (agency_id, year, last) values (${agencyId}, ${year}, 1)
    on conflict (agency_id, year) do update set last = counter.last + 1
    returning counter.year || '-' || lpad(counter.last::text, greatest(4, length(counter.last::text)), '0') as number`
}
