import { type RawBuilder, sql } from 'kysely'
import { Refusal } from '../../refusals/refusal.ts'
import { closedAtLatest, keptUntil, yearsOf } from '../../requests/retention/kept-until.ts'
import type { Day } from '../../statute/day.ts'
import { readOfficeSettings } from '../office-settings.ts'
import { readPublicationSettings } from '../publications/publication-settings.ts'
import type { NumberedProcedure } from '../requests/document-numbers.ts'
import type { Trx } from '../storage.ts'

/** What need no longer be kept: a case, or an item of proactive disclosure that is public no more or never was. */
export type ExpiredVolume = {
  readonly procedure: NumberedProcedure | 'publication'
  readonly number: string
  /** 案卷号, as the archive gave it; null where a ledger told of the case, and for record amendments. Of an item its 索引号; null: a draft. */
  readonly volume: string | null
  readonly receivedOn: Day | null
  readonly closedOn: Day
  readonly keptUntil: Day
}

/** As many as one list names: it is read line by line by those who sign it. */
export const mostOnOneList = 1000

/**
 * Cases and items whose period of keeping is over, the oldest first, up to `mostOnOneList`: cases that are archived, known from a ledger
 * alone, or closed record amendments, with no remedy pending; those that were joined into one go with it; items that were withdrawn,
 * and drafts that were given up. Refuses an agency that has not said how long it keeps its volumes, where nothing else is due.
 */
export async function expiredVolumes(trx: Trx, agencyId: number, today: Day): Promise<readonly ExpiredVolume[]> {
  const periods = await periodsOf(trx, agencyId)
  const latest = closedAtLatest(today, periods.volumes)
  const { rows } =
    await sql<Row>`with expired as materialized (${expired(agencyId, latest)} order by r.number limit ${mostOnOneList})
    select * from expired union all ${joinedInto(agencyId, latest, sql`select number from expired`)}
    union all ${expiredAmendments(agencyId, latest)}
    union all (${expiredItems(agencyId, today, periods)} order by p.number limit ${mostOnOneList})
    order by "closedOn", number, procedure limit ${mostOnOneList}`.execute(trx)
  if (rows.length === 0 && !periods.settled) throw new Refusal('retention-unset')
  return rows.map((row) => ({ ...row, keptUntil: lastDay(row, periods) }))
}

/** Those of the cases of a list that have to be kept after all, such as one that was reopened meanwhile. */
export async function keptAfterAll(trx: Trx, agencyId: number, list: number, today: Day): Promise<readonly string[]> {
  const periods = await periodsOf(trx, agencyId)
  const latest = closedAtLatest(today, periods.volumes)
  const { rows } = await sql<{ number: string }>`with listed as (
      select procedure, number from destruction_case where agency_id = ${agencyId} and list = ${list}),
    expired as (${expired(agencyId, latest)} and r.number in (select number from listed)),
    gone as (select procedure, number from expired
      union all select procedure, number from (${joinedInto(agencyId, latest, sql`select number from expired`)}) j
      union all select procedure, number from (${expiredAmendments(agencyId, latest)}) a
      union all select procedure, number from (${expiredItems(agencyId, today, periods)}
        and p.number in (select number from listed)) i)
    select number from listed where (procedure, number) not in (select procedure, number from gone) order by number`.execute(
    trx,
  )
  return rows.map(({ number }) => number)
}

type Row = Omit<ExpiredVolume, 'keptUntil'>

/** Whole years for which the agency keeps what; null: for good, or, of volumes, that it has not said. */
type Periods = {
  readonly volumes: number | null
  readonly withdrawn: number | null
  readonly drafts: number | null
  /** Whether the agency has said how long it keeps its volumes. */
  readonly settled: boolean
}

async function periodsOf(trx: Trx, agencyId: number): Promise<Periods> {
  const { retention } = await readOfficeSettings(trx, agencyId)
  const { withdrawnKept: withdrawn, draftsKept: drafts } = await readPublicationSettings(trx, agencyId)
  return { volumes: retention && yearsOf(retention), withdrawn, drafts, settled: retention !== null }
}

function lastDay({ procedure, volume, closedOn }: Row, { volumes, withdrawn, drafts }: Periods): Day {
  const ofItem = volume === null ? drafts : withdrawn
  const until = keptUntil(closedOn, procedure === 'publication' ? ofItem : volumes)
  if (until === null) throw new Error('a volume that is kept for good has expired')
  return until
}

// The later of all days that could begin the period: when in doubt a volume is kept.
const expired = (agencyId: number, latest: Day | null) => sql`select 'request' as procedure, r.number,
    a.event ->> 'volume' as volume, r.received_on as "receivedOn", greatest(r.replied_on, r.new_replied_on, (a.event ->> 'on')::date) as "closedOn"
  from request r left join lateral (select event from request_event e
    where e.agency_id = r.agency_id and e.number = r.number and e.event ->> 'type' = 'archived'
    order by version desc limit 1) a on true
  where r.agency_id = ${agencyId} and r.destroyed_in is null
    and (r.phase = 'archived' or (r.phase = 'closed' and not r.managed))
    and r.replied_on <= ${latest}::date
    and greatest(r.replied_on, r.new_replied_on, (a.event ->> 'on')::date) <= ${latest}::date
    and not exists (select 1 from remedy m where m.agency_id = r.agency_id and m.request_number = r.number
      and (m.concluded_on is null or m.concluded_on > ${latest}::date))`

const joinedInto = (
  agencyId: number,
  latest: Day | null,
  numbers: RawBuilder<unknown>,
) => sql`select 'request' as procedure, j.number, null,
    j.arrived_on, (e.event ->> 'on')::date
  from request j join request_event e on e.agency_id = j.agency_id and e.number = j.number and e.event ->> 'type' = 'joined'
  where j.agency_id = ${agencyId} and j.phase = 'joined' and j.destroyed_in is null
    and (e.event ->> 'on')::date <= ${latest}::date
    and (e.event ->> 'into' in (${numbers}) or exists (select 1 from request i
      where i.agency_id = j.agency_id and i.number = e.event ->> 'into' and i.destroyed_in is not null))`

// They are not archived by an act of their own, and have no volume.
const expiredAmendments = (agencyId: number, latest: Day | null) => sql`select 'recordAmendment' as procedure, m.number,
    null::text as volume, m.arrived_on as "receivedOn", m.closed_on as "closedOn"
  from amendment m
  where m.agency_id = ${agencyId} and m.destroyed_in is null and m.closed_on <= ${latest}::date
    and not exists (select 1 from remedy r where r.agency_id = m.agency_id and r.request_number = m.number
      and (r.concluded_on is null or r.concluded_on > ${latest}::date))`

// The day of the last event counts, whatever it was: when in doubt an item is kept. One whose number was given out was public once.
const expiredItems = (
  agencyId: number,
  today: Day,
  { withdrawn, drafts }: Periods,
) => sql`select 'publication' as procedure, p.number, p.index_number as volume, null::date as "receivedOn", e.last as "closedOn"
  from publication p cross join lateral (select max((event ->> 'on')::date) as last from publication_event e
    where e.agency_id = p.agency_id and e.number = p.number) e
  where p.agency_id = ${agencyId} and p.destroyed_in is null and p.phase in ('takenDown', 'dropped')
    and e.last <= case when p.index_number is null then ${closedAtLatest(today, drafts)}::date
      else ${closedAtLatest(today, withdrawn)}::date end`
