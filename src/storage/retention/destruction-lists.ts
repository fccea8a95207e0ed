import { sql } from 'kysely'
import { Refusal } from '../../refusals/refusal.ts'
import type { Day } from '../../statute/day.ts'
import { appendAudit } from '../audit.ts'
import { requireFiles } from '../files/stored-files.ts'
import { announcePublic } from '../public-changes.ts'
import { itemTag } from '../publications/public-tags.ts'
import { requireFitText } from '../requests/require-fit-text.ts'
import type { Storage, Trx } from '../storage.ts'
import { contextOf } from '../transaction-context.ts'
import { type ExpiredVolume, expiredVolumes, keptAfterAll } from './expired-volumes.ts'

/** 销毁清册: the cases that are to be destroyed, and who let them be. */
export type DestructionList = {
  readonly list: number
  readonly state: 'drawnUp' | 'withdrawn' | 'carriedOut'
  readonly drawnUpOn: Day
  readonly drawnUpBy: string
  readonly carriedOutOn: Day | null
  readonly approvedBy: string | null
  readonly approvedOn: Day | null
  readonly witnesses: readonly string[]
  /** Digest of the signed list. */
  readonly scan: string | null
  readonly volumes: readonly ExpiredVolume[]
}

/** The list as it was signed on paper. */
export type SignedList = {
  readonly approvedBy: string
  readonly approvedOn: Day
  /** 监销人: two at least saw it done. */
  readonly witnesses: readonly string[]
  readonly scan: string
  /** How many cases the signed list names, so that no other list is meant. */
  readonly cases: number
}

/** Draws up a list of what need no longer be kept. What stands on an open list already is passed over. */
export async function drawUpList(trx: Trx, agencyId: number, today: Day): Promise<DestructionList> {
  // One list at a time, so that no case stands on two.
  await sql`select 1 from agency where id = ${agencyId} for update`.execute(trx)
  const open = await openCases(trx, agencyId)
  const volumes = (await expiredVolumes(trx, agencyId, today)).filter((one) => !open.has(caseOf(one)))
  if (volumes.length === 0) throw new Refusal('destruction-nothing-due')
  const { rows } = await sql<{ list: number }>`insert into destruction_list (agency_id, list, drawn_up_on, drawn_up_by)
    select ${agencyId}, coalesce(max(list), 0) + 1, ${today}::date, ${contextOf(trx).who.actor}
    from destruction_list where agency_id = ${agencyId} returning list`.execute(trx)
  const list = rows[0]?.list
  if (list === undefined) throw new Error('a destruction list was given no number')
  await sql`insert into destruction_case (agency_id, list, procedure, number, volume, received_on, closed_on, kept_until)
    select ${agencyId}, ${list}, procedure, number, volume, "receivedOn", "closedOn", "keptUntil"
    from jsonb_to_recordset(${JSON.stringify(volumes)}::jsonb) as v (procedure text, number text, volume text, "receivedOn" date,
      "closedOn" date, "keptUntil" date)`.execute(trx)
  const after = { cases: volumes.length }
  await appendAudit(trx, { agencyId, action: 'destruction.drawnUp', subject: String(list), after })
  return await readList(trx, agencyId, list)
}

async function openCases(trx: Trx, agencyId: number): Promise<ReadonlySet<string>> {
  const { rows } = await sql<Parameters<typeof caseOf>[0]>`select procedure, number from destruction_case c
    join destruction_list l using (agency_id, list) where agency_id = ${agencyId} and state = 'drawnUp'`.execute(trx)
  return new Set(rows.map(caseOf))
}

/** Two procedures may have the same number. */
const caseOf = ({ procedure, number }: Pick<ExpiredVolume, 'procedure' | 'number'>) => `${procedure} ${number}`

/** A list with its cases. Refuses a number that the agency has not given to any. */
export async function readList(trx: Trx, agencyId: number, list: number): Promise<DestructionList> {
  const { rows } = await sql<Omit<DestructionList, 'volumes'>>`select list, state, drawn_up_on as "drawnUpOn",
      drawn_up_by as "drawnUpBy", carried_out_on as "carriedOutOn", approved_by as "approvedBy",
      approved_on as "approvedOn", coalesce(witnesses, '{}') as witnesses, scan
    from destruction_list where agency_id = ${agencyId} and list = ${list}`.execute(trx)
  const [found] = rows
  if (!found) throw new Refusal('destruction-list-unknown', { list })
  const { rows: volumes } = await sql<ExpiredVolume>`select procedure, number, volume, received_on as "receivedOn",
      closed_on as "closedOn", kept_until as "keptUntil"
    from destruction_case where agency_id = ${agencyId} and list = ${list} order by closed_on, number, procedure`.execute(
    trx,
  )
  return { ...found, volumes }
}

/** Every list, the newest first. */
export async function readLists(trx: Trx, agencyId: number): Promise<readonly DestructionList[]> {
  const { rows } = await sql<{ list: number }>`select list from destruction_list where agency_id = ${agencyId}
    order by list desc`.execute(trx)
  const lists: DestructionList[] = []
  for (const { list } of rows) lists.push(await readList(trx, agencyId, list))
  return lists
}

/** Takes back a list that was not carried out; its cases may stand on another one. */
export async function withdrawList(trx: Trx, agencyId: number, list: number): Promise<DestructionList> {
  await lockOpenList(trx, agencyId, list)
  await sql`update destruction_list set state = 'withdrawn'
    where agency_id = ${agencyId} and list = ${list}`.execute(trx)
  await appendAudit(trx, { agencyId, action: 'destruction.withdrawn', subject: String(list) })
  return await readList(trx, agencyId, list)
}

/**
 * Destroys what stands on a signed list in the caller's transaction: who applied, what was written, and the events are gone for
 * good; the facts that statistics count stay, what the public was told of a withdrawal, and the audit chain. Bytes on the disk go with `removeDestroyedFiles`.
 */
export async function carryOutList(
  trx: Trx,
  agencyId: number,
  list: number,
  signed: SignedList,
  today: Day,
): Promise<DestructionList> {
  const { approvedBy, approvedOn, scan, cases } = signed
  requireFitText({ approvedBy, witnesses: signed.witnesses })
  const { drawnUpOn, volumes } = await lockOpenList(trx, agencyId, list)
  const witnesses = [...new Set(signed.witnesses.map((name) => name.trim()))]
  if (witnesses.length < 2) throw new Refusal('destruction-witnesses')
  if (cases !== volumes.length) throw new Refusal('destruction-count', { list, cases: volumes.length, told: cases })
  if (approvedOn < drawnUpOn || approvedOn > today)
    throw new Refusal('destruction-approved-on', { on: approvedOn, from: drawnUpOn, to: today })
  await requireFiles(trx, agencyId, [scan])
  // Nobody reopens one of them between the look and the end.
  await sql`select 1 from request where agency_id = ${agencyId} and number in (select number from destruction_case
    where agency_id = ${agencyId} and list = ${list}) order by number for update`.execute(trx)
  await sql`select 1 from publication where agency_id = ${agencyId} and number in (select number from destruction_case
    where agency_id = ${agencyId} and list = ${list} and procedure = 'publication') order by number for update`.execute(
    trx,
  )
  const kept = await keptAfterAll(trx, agencyId, list, today)
  if (kept.length > 0) throw new Refusal('destruction-kept-after-all', { list, numbers: kept.join('、') })
  await sql`update destruction_list set state = 'carriedOut', carried_out_on = ${today}::date, approved_by = ${approvedBy},
      approved_on = ${approvedOn}::date, witnesses = ${witnesses}::text[], scan = ${scan}
    where agency_id = ${agencyId} and list = ${list}`.execute(trx)
  await sql`select destroy_listed(${agencyId}, ${list})`.execute(trx)
  const { rows: items } = await sql<{ id: string }>`select id from publication
    where agency_id = ${agencyId} and destroyed_in = ${list} and index_number is not null`.execute(trx)
  // What is left of them stands on their pages.
  if (items.length > 0)
    announcePublic(
      trx,
      items.map(({ id }) => itemTag(id)),
    )
  await appendAudit(trx, {
    ...{ agencyId, action: 'destruction.carriedOut', subject: String(list) },
    after: { cases, approvedBy, approvedOn, witnesses, scan },
  })
  const after = { list }
  await appendAudit(
    trx,
    volumes.map(({ procedure, number }) => ({ agencyId, action: destroyed[procedure], subject: number, after })),
  )
  return await readList(trx, agencyId, list)
}

/** By these entries `audit verify` excuses events that are gone. */
const destroyed = {
  request: 'request.destroyed',
  recordAmendment: 'amendment.destroyed',
  publication: 'publication.destroyed',
} as const

async function lockOpenList(trx: Trx, agencyId: number, list: number): Promise<DestructionList> {
  await sql`select 1 from destruction_list where agency_id = ${agencyId} and list = ${list} for update`.execute(trx)
  const found = await readList(trx, agencyId, list)
  if (found.state !== 'drawnUp') throw new Refusal('destruction-list-settled', { list, state: found.state })
  return found
}

/**
 * Takes from the disk the bytes of files that went with a list and that nobody has any more; gives how many went. To be called after
 * `carryOutList` was committed, and again where that was cut short.
 */
export async function removeDestroyedFiles(storage: Storage, actor: string, agencyId: number, list: number) {
  return await storage.transact({ agencies: [agencyId], actor }, async (trx) => {
    // Nobody keeps the same bytes anew while they go; see `storeFile`.
    await sql`select pg_advisory_xact_lock(hashtext('gongkai files'))`.execute(trx)
    const { rows } = await sql<{ digest: string }>`select unclaimed_files(files) as digest from destruction_list
      where agency_id = ${agencyId} and list = ${list} and state = 'carriedOut'`.execute(trx)
    let removed = 0
    for (const { digest } of rows) if (await contextOf(trx).files.remove(digest)) removed += 1
    return removed
  })
}
