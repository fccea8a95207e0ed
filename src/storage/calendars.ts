import { sql } from 'kysely'
import { Refusal } from '../refusals/refusal.ts'
import { type OfficeCalendar, usualMargin } from '../requests/case/own-deadline.ts'
import type { Calendar } from '../statute/calendar/calendar.ts'
import { type ArrangedDays, composeCalendar } from '../statute/calendar/compose-calendar.ts'
import { nationalCalendar } from '../statute/calendar/national-calendar.ts'
import type { Day } from '../statute/day.ts'
import { type Agency, listAgencies } from './agencies.ts'
import { appendAudit } from './audit.ts'
import { type MovedDeadline, refreshDeadlines } from './requests/refresh-deadlines.ts'
import type { Storage, Trx } from './storage.ts'

/** The layer under all others. */
export const national = 'national'

/** An arrangement to import, and where it was read. */
export type NewNotice = ArrangedDays & { readonly layer: string; readonly source: string }

export type MovedOfAgency = { readonly agency: Agency; readonly moved: readonly MovedDeadline[] }

type Stored = ArrangedDays & { readonly id: number; readonly layer: string }

/** Calendars that were composed before, so that their working days are counted once. */
const composed = new Map<string, OfficeCalendar>()
const mostComposed = 200

/** The calendar an agency goes by: this program's, with later notices and the layer of its region over it, and its own margin. */
export async function agencyCalendar(trx: Trx, agencyId: number): Promise<OfficeCalendar> {
  const { rows } = await sql<{ layer: string | null; margin: number; notices: Stored[] | null }>`select
      a.calendar_layer as layer, a.own_margin as margin,
      (select jsonb_agg(jsonb_build_object('id', id, 'layer', n.layer, 'year', year, 'off', off_days, 'work', work_days)
        order by id) from calendar_notice n where n.layer in (${national}, a.calendar_layer)) as notices
    from agency a where a.id = ${agencyId}`.execute(trx)
  const [row] = rows
  return compose(row?.layer ?? null, row?.notices ?? [], row?.margin)
}

/** A calendar by the name of its layer; null where no notice of that layer is known. */
export async function findCalendar(trx: Trx, name: string): Promise<Calendar | null> {
  const { rows } = await sql<Stored>`select id, layer, year, off_days::text[] as off, work_days::text[] as work
    from calendar_notice where layer in (${national}, ${name}) order by id`.execute(trx)
  if (name === national) return compose(null, rows)
  return rows.some(({ layer }) => layer === name) ? compose(name, rows) : null
}

function compose(layer: string | null, notices: readonly Stored[], ownMargin = usualMargin): OfficeCalendar {
  if (layer === null && notices.length === 0 && ownMargin === usualMargin) return nationalCalendar
  const key = JSON.stringify([layer, notices.map(({ id }) => id), ownMargin])
  const known = composed.get(key)
  if (known) return known
  // A region's word holds over the nation's, whichever came first.
  const inOrder = [...notices].sort(
    (a, b) => Number(a.layer !== national) - Number(b.layer !== national) || a.id - b.id,
  )
  const made = { ...composeCalendar(layer ?? national, nationalCalendar, inOrder), ownMargin }
  if (composed.size >= mostComposed) composed.clear()
  composed.set(key, made)
  return made
}

/** Makes an agency go by the layer of its region, or by the national calendar alone. Refuses a layer without a notice. */
export async function useLayer(storage: Storage, actor: string, agency: Agency, layer: string): Promise<void> {
  await storage.transact({ agencies: [agency.id], actor }, async (trx) => {
    if (layer !== national && !(await findCalendar(trx, layer)))
      throw new Refusal('clock-calendar-unknown', { name: layer })
    const next = layer === national ? null : layer
    const { rows } = await sql<{ before: string | null }>`select calendar_layer as before from agency
      where id = ${agency.id} for update`.execute(trx)
    await sql`update agency set calendar_layer = ${next} where id = ${agency.id}`.execute(trx)
    await appendAudit(trx, {
      agencyId: agency.id,
      action: 'agency.calendarChanged',
      subject: agency.code,
      before: { layer: rows[0]?.before ?? national },
      after: { layer },
    })
  })
}

/**
 * Records a notice and counts the deadlines of every agency that goes by it anew, each in a transaction of its own; whatever
 * is cut short is caught up with when that agency's cases are next listed. `keep: 'nothing'` only tells what would move.
 */
export async function importNotice(
  storage: Storage,
  actor: string,
  notice: NewNotice,
  today: Day,
  keep: 'all' | 'nothing',
): Promise<readonly MovedOfAgency[]> {
  const { layer, year, off, work, source } = notice
  const record = (trx: Trx) =>
    sql`insert into calendar_notice (layer, year, off_days, work_days, source, imported_by)
      values (${layer}, ${year}, ${off}::date[], ${work}::date[], ${source}, ${actor})`.execute(trx)
  if (keep === 'all') await storage.transact({ agencies: [], actor }, record)
  const told: MovedOfAgency[] = []
  for (const agency of await listAgencies(storage)) {
    const moved = await trying(storage, { agencies: [agency.id], actor }, keep, async (trx) => {
      if (keep === 'nothing') await record(trx)
      if (layer !== national && !(await goesBy(trx, agency.id, layer))) return null
      const after = { layer, source, off: off.length, work: work.length }
      await appendAudit(trx, { agencyId: agency.id, action: 'calendar.imported', subject: layer, after })
      return await refreshDeadlines(trx, agency.id, await agencyCalendar(trx, agency.id), today)
    })
    if (moved) told.push({ agency, moved })
  }
  return told
}

async function goesBy(trx: Trx, agencyId: number, layer: string): Promise<boolean> {
  const { rows } = await sql`select 1 from agency where id = ${agencyId} and calendar_layer = ${layer}`.execute(trx)
  return rows.length > 0
}

class Undo<T> extends Error {
  readonly result: T

  constructor(result: T) {
    super('undone')
    this.result = result
  }
}

/** Runs `work` in a transaction that holds, or that is undone once it has told its result. */
async function trying<T>(
  storage: Storage,
  who: Parameters<Storage['transact']>[0],
  keep: 'all' | 'nothing',
  work: (trx: Trx) => Promise<T>,
): Promise<T> {
  try {
    return await storage.transact(who, async (trx) => {
      const result = await work(trx)
      if (keep === 'nothing') throw new Undo(result)
      return result
    })
  } catch (error) {
    if (error instanceof Undo) return error.result as T
    throw error
  }
}
