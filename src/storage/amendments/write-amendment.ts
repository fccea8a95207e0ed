import { sql } from 'kysely'
import { Refusal } from '../../refusals/refusal.ts'
import type { AmendmentCase } from '../../requests/amendments/amendment-case.ts'
import {
  type AmendmentCommand,
  type AmendmentCommandOf,
  filesInAmendment,
} from '../../requests/amendments/amendment-command.ts'
import type { AmendmentEvent } from '../../requests/amendments/amendment-event.ts'
import { amendmentListing } from '../../requests/amendments/amendment-listing.ts'
import { type AmendmentContext, decideAmendment } from '../../requests/amendments/decide-amendment.ts'
import { evolveAmendment } from '../../requests/amendments/evolve-amendment.ts'
import { yearOf } from '../../statute/day.ts'
import { type ApplicantIdentity, newApplicantReference, storeApplicantsAs } from '../applicants.ts'
import { appendAudit } from '../audit.ts'
import { requireFiles } from '../files/stored-files.ts'
import { dbColumn } from '../ledger/ledger-mapping.ts'
import { auditedEvent } from '../requests/append-events.ts'
import { requireFitText } from '../requests/require-fit-text.ts'
import type { Trx } from '../storage.ts'
import { contextOf } from '../transaction-context.ts'
import { AmendmentRefused } from './amendment-refused.ts'
import { loadAmendment } from './load-amendment.ts'

/** Who may do what on which day, besides the actor of the transaction. */
export type AmendmentActing = Pick<AmendmentContext, 'today' | 'roles'>

/** A record amendment as it arrived; who asks is told in clear here and sealed before anything is stored. */
export type AmendmentRegistration = Omit<AmendmentCommandOf<'register'>, 'type' | 'applicant' | 'agent'> & {
  /** The office's own number; null for the next one of the year. */
  readonly number: string | null
  readonly applicant: ApplicantIdentity
  readonly agent: { readonly identity: ApplicantIdentity; readonly powerOfAttorney: string | null } | null
  readonly record: string
  readonly claim: string
}

/** An act on a case that exists; `seen` is the version that whoever acts has seen, null for whatever stands. */
export type AmendmentAct = {
  readonly number: string
  readonly command: Exclude<AmendmentCommand, { type: 'register' }>
  readonly seen: number | null
}

export type AmendmentActed = {
  readonly number: string
  readonly version: number
  readonly amendment: AmendmentCase
}

/** Registers a record amendment under a number of its own. Throws AmendmentRefused, or Refusal where the number is taken. */
export async function registerAmendment(
  trx: Trx,
  agencyId: number,
  { number: given, applicant, agent, record, claim, ...told }: AmendmentRegistration,
  acting: AmendmentActing,
): Promise<AmendmentActed> {
  requireFitText({ record, claim, applicant, agent, number: given })
  const people = [applicant, ...(agent ? [agent.identity] : [])].map((identity) => ({
    reference: newApplicantReference(),
    identity,
  }))
  const [asks, acts] = people.map(({ reference }) => reference)
  if (asks === undefined) throw new Error('a record amendment without an applicant')
  const command: AmendmentCommand = {
    type: 'register',
    ...told,
    applicant: asks,
    agent: agent && acts !== undefined ? { person: acts, powerOfAttorney: agent.powerOfAttorney } : null,
  }
  const events = await decided(trx, agencyId, null, command, acting)
  await storeApplicantsAs(trx, agencyId, people)
  const number = given ?? (await nextNumber(trx, agencyId, yearOf(told.on)))
  return await write(trx, agencyId, { number, version: 0, before: null, events, texts: { record, claim } })
}

/**
 * Changes a record amendment: load, decide, append, bring the listing row up to it, audit, all in the caller's transaction.
 * Throws AmendmentRefused where the act is turned down, Refusal where the case is unknown or was changed meanwhile.
 */
export async function actOnAmendment(
  trx: Trx,
  agencyId: number,
  { number, command, seen }: AmendmentAct,
  acting: AmendmentActing,
): Promise<AmendmentActed> {
  const { version, amendment } = await loadAmendment(trx, agencyId, number, { for: 'change' })
  if (seen !== null && seen !== version) throw new Refusal('request-changed', { number, seen, version })
  const events = await decided(trx, agencyId, amendment, command, acting)
  return await write(trx, agencyId, { number, version, before: amendment, events })
}

async function decided(
  trx: Trx,
  agencyId: number,
  before: AmendmentCase | null,
  command: AmendmentCommand,
  acting: AmendmentActing,
): Promise<readonly AmendmentEvent[]> {
  await requireFiles(trx, agencyId, filesInAmendment(command))
  const { events, refused } = decideAmendment(before, command, { ...acting, actor: contextOf(trx).who.actor })
  if (refused) throw new AmendmentRefused(refused)
  return events
}

type Change = {
  readonly number: string
  readonly version: number
  readonly before: AmendmentCase | null
  readonly events: readonly AmendmentEvent[]
  /** The applicant's own words, with the registration. */
  readonly texts?: { readonly record: string; readonly claim: string }
}

/** The one place that writes: the listing row, the events, and an audit entry for each of them. */
async function write(
  trx: Trx,
  agencyId: number,
  { number, version, before, events, texts = undefined }: Change,
): Promise<AmendmentActed> {
  const amendment = events.reduce<AmendmentCase | null>(evolveAmendment, before)
  if (!amendment) throw new Error('a record amendment without an event')
  const now = version + events.length
  const row = Object.entries({ ...amendmentListing(amendment), version: now, ...texts })
  const names = row.map(([id]) => sql.ref(dbColumn(id)))
  const values = row.map(([, value]) => sql`${value}`)
  if (before)
    await sql`update amendment set ${sql.join(names.map((name, at) => sql`${name} = ${values[at]}`))}
      where agency_id = ${agencyId} and number = ${number}`.execute(trx)
  else {
    const { rows } = await sql`insert into amendment (agency_id, number, ${sql.join(names)})
      values (${agencyId}, ${number}, ${sql.join(values)}) on conflict do nothing returning 1`.execute(trx)
    if (rows.length === 0) throw new Refusal('amendment-number-taken', { number })
  }
  const stored = events.map(
    (event, at) => sql`(${agencyId}, ${number}, ${version + 1 + at}, ${JSON.stringify(event)}::jsonb)`,
  )
  await sql`insert into amendment_event (agency_id, number, version, event) values ${sql.join(stored)}`.execute(trx)
  await appendAudit(
    trx,
    events.map((event, at) => ({
      agencyId,
      action: `amendment.${event.type}`,
      subject: number,
      after: auditedEvent(event, version + 1 + at),
    })),
  )
  return { number, version: now, amendment }
}

/** 更2026-0001, 更2026-0002 …; numbers that somebody gave are passed over. */
async function nextNumber(trx: Trx, agencyId: number, year: number): Promise<string> {
  for (;;) {
    const { rows } = await sql<{ number: string; taken: boolean }>`with counted as (
        insert into amendment_counter as counter (agency_id, year, last) values (${agencyId}, ${year}, 1)
        on conflict (agency_id, year) do update set last = counter.last + 1
        returning '更' || counter.year || '-' || lpad(counter.last::text, greatest(4, length(counter.last::text)), '0') as number)
      select number, exists (select from amendment a where a.agency_id = ${agencyId} and a.number = counted.number) as taken
      from counted`.execute(trx)
    if (rows[0] && !rows[0].taken) return rows[0].number
  }
}
