import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { decidePublication, type PublicationContext } from '../../publications/decide-publication.ts'
import { evolvePublication } from '../../publications/evolve-publication.ts'
import { indexNumberBy, serialOf } from '../../publications/index-number.ts'
import type { Instant } from '../../publications/instant.ts'

import { bodyText, type ItemBody } from '../../publications/item-body.ts'

import type { PublicationCase } from '../../publications/publication-case.ts'
import {
  filesInPublication,
  type PublicationCommand,
  type PublicationCommandOf,
} from '../../publications/publication-command.ts'
import type { ItemContent, PublicationEvent } from '../../publications/publication-event.ts'
import { interpretedIds, publicationListing } from '../../publications/publication-listing.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { yearOf } from '../../statute/day.ts'
import { appendAudit } from '../audit.ts'
import { agencyCalendar } from '../calendars.ts'
import { requireFiles } from '../files/stored-files.ts'
import { dbColumn } from '../ledger/ledger-mapping.ts'
import { auditedEvent } from '../requests/append-events.ts'
import { requireFitText } from '../requests/require-fit-text.ts'
import type { Trx } from '../storage.ts'
import { timeOrderedUuid } from '../time-ordered-uuid.ts'
import { contextOf } from '../transaction-context.ts'
import { interpretedOn, recountInterpretations } from './interpretations.ts'
import { loadPublication } from './load-publication.ts'
import { personalInItem } from './personal-in-item.ts'
import { publicContent } from './publication-files.ts'
import { PublicationRefused } from './publication-refused.ts'
import { readPublicationSettings } from './publication-settings.ts'
import { showToPublic } from './show-to-public.ts'

/** Who may do what on which day, besides the actor of the transaction. */
export type PublicationActing = Pick<PublicationContext, 'today' | 'roles'>

/** Content as it is handed in: with its text, which is stored and then named by its digest. */
export type GivenContent = Omit<ItemContent, 'text'> & { readonly body: ItemBody | null }

export type PublicationProposal = Omit<PublicationCommandOf<'propose'>, 'type' | 'content'> & {
  readonly content: GivenContent
}

type Rest = Exclude<PublicationCommand, { type: 'propose' | 'revise' }>
type Revision = Omit<PublicationCommandOf<'revise'>, 'content'> & { readonly content: GivenContent }

/** An act on an item that exists; `seen` is the version that whoever acts has seen, null for whatever stands. */
export type PublicationAct = {
  readonly number: string
  readonly command: Rest | Revision
  readonly seen: number | null
}

export type PublicationActed = {
  readonly number: string
  readonly id: string
  readonly version: number
  readonly item: PublicationCase
}

/** Puts a proposed item on record. Throws PublicationRefused, or Refusal for a file or text that cannot be. */
export async function proposePublication(
  trx: Trx,
  agencyId: number,
  { content, ...told }: PublicationProposal,
  acting: PublicationActing,
): Promise<PublicationActed> {
  const command = { type: 'propose', ...told, content: await storedContent(trx, agencyId, content) } as const
  const events = await decided(trx, agencyId, null, command, acting)
  const number = await nextNumber(trx, agencyId, yearOf(told.on))
  return await write(trx, agencyId, { number, id: timeOrderedUuid(), version: 0, before: null, events })
}

/**
 * Changes an item: load, decide, append, bring the listing and what the public sees up to it, audit, all in the caller's
 * transaction. Throws PublicationRefused where the act is turned down, Refusal where the item is unknown or was changed.
 */
export async function actOnPublication(
  trx: Trx,
  agencyId: number,
  { number, command: given, seen }: PublicationAct,
  acting: PublicationActing,
): Promise<PublicationActed> {
  const { id, version, item } = await loadPublication(trx, agencyId, number, { for: 'change' })
  if (seen !== null && seen !== version) throw new Refusal('request-changed', { number, seen, version })
  const command: PublicationCommand =
    given.type === 'revise' ? { ...given, content: await storedContent(trx, agencyId, given.content) } : given
  const events = await decided(trx, agencyId, { number, item }, command, acting)
  return await write(trx, agencyId, { number, id, version, before: item, events })
}

/** Stores the text of a content, and names it by its digest. */
async function storedContent(trx: Trx, agencyId: number, { body, ...rest }: GivenContent): Promise<ItemContent> {
  requireFitText({ ...rest.metadata })
  // Of a text only the whole may not be blank: an empty cell is nothing wrong.
  if (body !== null && body.length > 0) requireFitText({ text: bodyText(body) })
  const shown = await publicContent(trx, agencyId, { body, attachments: rest.attachments })
  const { attachments } = shown
  // As they are shown: what a name should not hold was taken out of it.
  requireFitText({ attachments })
  if (shown.body === null || shown.body.length === 0) return { ...rest, attachments, text: null }
  const json = JSON.stringify(shown.body)
  const text = createHash('sha256').update(json).digest('hex')
  await sql`insert into publication_text (agency_id, digest, body) values (${agencyId}, ${text}, ${json}::jsonb)
    on conflict do nothing`.execute(trx)
  return { ...rest, attachments, text }
}

async function decided(
  trx: Trx,
  agencyId: number,
  before: { readonly number: string; readonly item: PublicationCase } | null,
  command: PublicationCommand,
  acting: PublicationActing,
): Promise<readonly PublicationEvent[]> {
  await requireFiles(trx, agencyId, filesInPublication(command))
  const settings = await readPublicationSettings(trx, agencyId)
  const numbered = command.type === 'publish' && before?.item.indexNumber === null
  const { events, refused } = decidePublication(before?.item ?? null, command, {
    ...acting,
    now: await databaseTime(trx),
    actor: contextOf(trx).who.actor,
    stages: settings.reviewStages,
    personal: before && command.type === 'reviewSecrecy' ? await personalInItem(trx, agencyId, before.item) : [],
    indexNumber: numbered ? await takeIndexNumber(trx, agencyId, before, settings) : null,
  })
  if (refused) throw new PublicationRefused(refused)
  return events
}

/** The second it is, by the clock of the database: no caller can date a publication. */
async function databaseTime(trx: Trx): Promise<Instant> {
  const { rows } = await sql<{ now: Instant }>`select
    to_char(clock_timestamp() at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as now`.execute(trx)
  if (!rows[0]) throw new Error('the database has no clock')
  return rows[0].now
}

/** The next 索引号 by the agency's pattern; one that was ever given is passed over. */
async function takeIndexNumber(
  trx: Trx,
  agencyId: number,
  { number, item }: { readonly number: string; readonly item: PublicationCase },
  { code, indexPattern }: { readonly code: string; readonly indexPattern: string },
): Promise<string> {
  const { madeOn } = item.content.metadata
  const heading = `index ${serialOf(indexPattern, { code, madeOn })}`
  for (;;) {
    const serial = await nextSerial(trx, agencyId, heading)
    const indexNumber = indexNumberBy(indexPattern, { code, madeOn, serial })
    const { rows } = await sql`insert into index_number (agency_id, index_number, number)
      values (${agencyId}, ${indexNumber}, ${number}) on conflict do nothing returning 1`.execute(trx)
    if (rows.length > 0) return indexNumber
  }
}

async function nextSerial(trx: Trx, agencyId: number, heading: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`insert into publication_counter as counter (agency_id, heading, last)
    values (${agencyId}, ${heading}, 1) on conflict (agency_id, heading) do update set last = counter.last + 1
    returning last`.execute(trx)
  if (!rows[0]) throw new Error('the counter gave no number')
  return rows[0].last
}

/** 公2026-0001, 公2026-0002 …: how an office names an item before and after it is published. */
async function nextNumber(trx: Trx, agencyId: number, year: number): Promise<string> {
  const serial = await nextSerial(trx, agencyId, `items ${year}`)
  return `公${year}-${String(serial).padStart(4, '0')}`
}

type Change = {
  readonly number: string
  readonly id: string
  readonly version: number
  readonly before: PublicationCase | null
  readonly events: readonly PublicationEvent[]
}

/** The one place that writes: the listing row, the events, an audit entry for each, and what the public sees. */
async function write(
  trx: Trx,
  agencyId: number,
  { number, id, version, before, events }: Change,
): Promise<PublicationActed> {
  const item = events.reduce<PublicationCase | null>(evolvePublication, before)
  if (!item) throw new Error('an item without an event')
  const now = version + events.length
  const interprets = interpretedIds(item)
  const { sharedPlatform } = await readPublicationSettings(trx, agencyId)
  const beside = { interpretedOn: await interpretedOn(trx, interprets), sharedPlatform }
  const listing = publicationListing(item, await agencyCalendar(trx, agencyId), beside)
  const row = Object.entries({ ...listing, interprets, version: now })
  const names = row.map(([name]) => sql.ref(dbColumn(name)))
  const values = row.map(([, value]) => sql`${value}`)
  if (before)
    await sql`update publication set ${sql.join(names.map((name, at) => sql`${name} = ${values[at]}`))}
      where agency_id = ${agencyId} and number = ${number}`.execute(trx)
  else
    await sql`insert into publication (agency_id, number, id, ${sql.join(names)})
      values (${agencyId}, ${number}, ${id}, ${sql.join(values)})`.execute(trx)
  const stored = events.map(
    (event, at) => sql`(${agencyId}, ${number}, ${version + 1 + at}, ${JSON.stringify(event)}::jsonb)`,
  )
  await sql`insert into publication_event (agency_id, number, version, event)
    values ${sql.join(stored)}`.execute(trx)
  await showToPublic(trx, agencyId, { id, item, before })
  if (item.live !== before?.live) await recountInterpretations(trx, agencyId, id)
  await appendAudit(
    trx,
    events.map((event, at) => ({
      agencyId,
      action: `publication.${event.type}`,
      subject: number,
      after: { ...auditedEvent(event, version + 1 + at), ...publicFacts(event) },
    })),
  )
  return { number, id, version: now, item }
}

/** What the chain itself keeps of a publication: its instant and its number, which stay when the events of the item are gone. */
function publicFacts(event: PublicationEvent) {
  return event.type === 'published' ? { at: event.at, indexNumber: event.indexNumber } : {}
}
