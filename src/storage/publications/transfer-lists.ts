import { sql } from 'kysely'
import { evolvePublication } from '../../publications/evolve-publication.ts'
import type { PublicationCase } from '../../publications/publication-case.ts'
import type { PublicationEvent } from '../../publications/publication-event.ts'
import { quarterSpan, type TransferList, type Transferred } from '../../publications/transfer-list.ts'
import { Refusal } from '../../refusals/refusal.ts'
import type { Day } from '../../statute/day.ts'
import { appendAudit } from '../audit.ts'
import { requireFitText } from '../requests/require-fit-text.ts'
import type { Trx } from '../storage.ts'

type Asked = { readonly quarter: string; readonly recipient: string }

/**
 * The list of a quarter for one receiver: the one on record, or a new one of what was published in the quarter and not handed
 * to that receiver before, each item in its last version of the quarter. Refuses a quarter that is not over, and one without
 * anything to hand over.
 */
export async function drawUpTransfer(
  trx: Trx,
  agencyId: number,
  { quarter, recipient, on }: Asked & { readonly on: Day },
): Promise<TransferList & { readonly isNew: boolean }> {
  const span = quarterSpan(quarter)
  if (!span) throw new Refusal('transfer-quarter', { quarter })
  if (on <= span.last) throw new Refusal('transfer-quarter-runs', { quarter, last: span.last })
  requireFitText({ recipient })
  await sql`select 1 from agency where id = ${agencyId} for update`.execute(trx)
  const known = (await listTransfers(trx, agencyId)).find(
    (one) => one.quarter === quarter && one.recipient === recipient,
  )
  if (known) return { ...known, entries: await entriesOf(trx, agencyId, known.list), isNew: false }
  const handed = await handedBefore(trx, agencyId, recipient)
  const entries = (await publicIn(trx, agencyId, span)).flatMap((one) => [
    ...(one.published && !handed.has(keyOf(one.published)) ? [one.published] : []),
    ...(one.gone && handed.has(one.number) && !handed.has(keyOf(one.gone)) ? [one.gone] : []),
  ])
  if (entries.length === 0) throw new Refusal('transfer-nothing', { quarter, recipient })
  const { rows } = await sql<{ list: number }>`insert into transfer_list (agency_id, list, quarter, recipient, made_on)
    select ${agencyId}, coalesce(max(list), 0) + 1, ${quarter}, ${recipient}, ${on}::date
    from transfer_list where agency_id = ${agencyId} returning list`.execute(trx)
  const list = rows[0]?.list
  if (list === undefined) throw new Error('the transfer list got no number')
  await sql`insert into transfer_entry (agency_id, list, place, recipient, number, what, version, told)
    select ${agencyId}, ${list}, place, ${recipient}, told ->> 'number', told ->> 'what', (told ->> 'version')::integer, told
    from jsonb_array_elements(${JSON.stringify(entries)}::jsonb) with ordinality as each (told, place)`.execute(trx)
  await appendAudit(trx, {
    agencyId,
    action: 'transferList.drawnUp',
    subject: String(list),
    after: { quarter, recipient, on, entries: entries.map(({ number, what, version }) => ({ number, what, version })) },
  })
  return { list, quarter, recipient, madeOn: on, entries, isNew: true }
}

/** The lists that were drawn up, newest first, each with how many items it has. */
export async function listTransfers(
  trx: Trx,
  agencyId: number,
): Promise<readonly (Omit<TransferList, 'entries'> & { readonly items: number })[]> {
  const { rows } = await sql<Omit<TransferList, 'entries'> & { items: number }>`select list, quarter, recipient,
      made_on as "madeOn", (select count(*)::integer from transfer_entry e
        where e.agency_id = t.agency_id and e.list = t.list) as items
    from transfer_list t where agency_id = ${agencyId} order by list desc`.execute(trx)
  return rows
}

/** One list with what it hands over. Refuses a number that was given to none. */
export async function readTransfer(trx: Trx, agencyId: number, list: number): Promise<TransferList> {
  const found = (await listTransfers(trx, agencyId)).find((one) => one.list === list)
  if (!found) throw new Refusal('transfer-list-unknown', { list })
  const { quarter, recipient, madeOn } = found
  return { list, quarter, recipient, madeOn, entries: await entriesOf(trx, agencyId, list) }
}

async function entriesOf(trx: Trx, agencyId: number, list: number): Promise<readonly Transferred[]> {
  const { rows } = await sql<{ told: Transferred }>`select told from transfer_entry
    where agency_id = ${agencyId} and list = ${list} order by place`.execute(trx)
  return rows.map(({ told }) => told)
}

const keyOf = ({ number, what, version }: Pick<Transferred, 'number' | 'what' | 'version'>) =>
  `${number} ${what} ${version}`

/** Numbers of items that a receiver has, and each version and taking down that it was told of. */
async function handedBefore(trx: Trx, agencyId: number, recipient: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<Pick<Transferred, 'number' | 'what' | 'version'>>`select number, what, version
    from transfer_entry where agency_id = ${agencyId} and recipient = ${recipient}`.execute(trx)
  return new Set(rows.flatMap((one) => [one.number, keyOf(one)]))
}

type PublicInQuarter = {
  readonly number: string
  readonly published: Transferred | null
  readonly gone: Transferred | null
}

/** Items read at once. */
const together = 500

/** What was published in a span of days, and what was taken down by its end: the day of that act is told by people. */
async function publicIn(
  trx: Trx,
  agencyId: number,
  { first, last }: { readonly first: Day; readonly last: Day },
): Promise<readonly PublicInQuarter[]> {
  const { rows: found } = await sql<{ number: string }>`select distinct number from publication_event
    where agency_id = ${agencyId} and event ->> 'type' in ('published', 'takenDown') and event ->> 'on' <= ${last}
      and (event ->> 'type' = 'takenDown' or event ->> 'on' >= ${first}) order by number`.execute(trx)
  const all: PublicInQuarter[] = []
  for (let from = 0; from < found.length; from += together) {
    const numbers = found.slice(from, from + together).map(({ number }) => number)
    const { rows } = await sql<{ number: string; event: PublicationEvent }>`select number, event from publication_event
      where agency_id = ${agencyId} and number = any (${numbers}::text[]) order by number, version`.execute(trx)
    for (const [number, events] of Map.groupBy(rows, (row) => row.number))
      all.push(
        inSpan(
          number,
          events.map(({ event }) => event),
          { first, last },
        ),
      )
  }
  return all
}

function inSpan(
  number: string,
  events: readonly PublicationEvent[],
  { first, last }: { readonly first: Day; readonly last: Day },
): PublicInQuarter {
  let item: PublicationCase | null = null
  let published: Transferred | null = null
  let gone: Transferred | null = null
  for (const event of events) {
    const before: PublicationCase | null = item
    item = evolvePublication(item, event)
    if (event.on > last) continue
    if (event.type === 'published' && event.on >= first) published = toldOf(number, 'published', item, event.on)
    if (event.type === 'takenDown') gone = { ...toldOf(number, 'takenDown', before, event.on), takenDownOn: event.on }
  }
  // What is down by now is told of what is handed over; what is public again is not told as taken down.
  const down = item?.live === null ? (item.takedown?.on ?? null) : null
  return { number, published: published && { ...published, takenDownOn: down }, gone: down === null ? null : gone }
}

function toldOf(number: string, what: Transferred['what'], item: PublicationCase | null, on: Day): Transferred {
  if (!item?.live || item.indexNumber === null) throw new Error(`the item ${number} was not published`)
  const { content, version, at } = item.live
  const { title, documentNumber, madeOn } = content.metadata
  const publishedOn = what === 'published' ? on : (at.slice(0, 10) as Day)
  return {
    ...{ what, number, version, indexNumber: item.indexNumber, title, documentNumber, madeOn, publishedOn },
    ...{ files: content.attachments.length, takenDownOn: null },
  }
}
