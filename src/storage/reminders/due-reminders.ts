import { sql } from 'kysely'
import { dueReminder, type Moment } from '../../requests/reminders/due-reminder.ts'
import { inAppByDefault, type ReminderChannel, type ReminderTarget } from '../../requests/reminders/reminder-channel.ts'
import type { Calendar } from '../../statute/calendar/calendar.ts'
import { type Agency, listAgencies } from '../agencies.ts'
import { findCalendar, national } from '../calendars.ts'
import type { Storage } from '../storage.ts'
import { giveUpStale, type ReminderRef } from './claim-reminder.ts'
import { readTargets } from './reminder-channels.ts'

/** A reminder that is owed now, and where it goes; `target` is null for the inbox, and where it cannot be opened. */
export type DueReminder = ReminderRef & {
  readonly agency: Agency
  readonly channel: ReminderChannel
  readonly target: ReminderTarget | null
}

/** `kind` is null for the inbox of an agency that has not set its own. */
type Row = Omit<ReminderChannel, 'kind'> & {
  readonly kind: ReminderChannel['kind'] | null
  readonly agencyId: number
  readonly layer: string | null
  readonly digest: string | null
  readonly urgent: string | null
}

/** Few agencies at a time: row-level security looks for each row among all that are named. */
const BATCH = 100

export const remindersActor = 'system:reminders'

/**
 * The reminders that are owed now, of every agency; gives up what is left of earlier days. Whether one is owed is judged by
 * `dueReminder`; the statement leaves out what surely is not, so that most of the day it gives no row.
 */
export async function findDueReminders(storage: Storage, moment: Moment): Promise<readonly DueReminder[]> {
  const agencies = new Map((await listAgencies(storage)).map((agency) => [agency.id, agency]))
  const everybody = { agencies: [...agencies.keys()], actor: remindersActor }
  await storage.transact(everybody, (trx) => giveUpStale(trx, moment.day))
  const owed = await storage.transact({ agencies: [], actor: remindersActor }, async (trx) => {
    const { rows } =
      await sql<Row>`select agency_id as "agencyId", layer, name, kind, language, at, urgent_at as "urgentAt",
        working_days_only as "workingDaysOnly", when_nothing as "whenNothing", days, digest, urgent
      from owed_reminders(${moment.day}, ${moment.time}, ${inAppByDefault.at}, ${inAppByDefault.urgentAt})`.execute(trx)
    const calendars = new Map<string, Calendar | null>()
    for (const name of new Set(rows.map(({ layer }) => layer ?? national)))
      calendars.set(name, await findCalendar(trx, name))
    return rows.flatMap(({ agencyId, layer, digest, urgent, kind: own, ...rest }) => {
      const agency = agencies.get(agencyId)
      const channel: ReminderChannel = own === null ? inAppByDefault : { ...rest, kind: own }
      const calendar = calendars.get(layer ?? national)
      const soFar = { digest: asSoFar(digest), urgent: asSoFar(urgent) }
      const kind = calendar && dueReminder(channel, calendar, moment, soFar)
      return kind && agency ? [{ agencyId, agency, channelName: channel.name, day: moment.day, kind, channel }] : []
    })
  })
  const due: DueReminder[] = []
  for (let from = 0; from < owed.length; from += BATCH) {
    const batch = owed.slice(from, from + BATCH)
    const ids = [...new Set(batch.map(({ agencyId }) => agencyId))]
    const targets = await storage.transact({ agencies: ids, actor: remindersActor }, (trx) => readTargets(trx, ids))
    due.push(...batch.map((one) => ({ ...one, target: targets.get(`${one.agencyId} ${one.channelName}`) ?? null })))
  }
  return due
}

const asSoFar = (text: string | null) => (text === null ? null : { finishedAt: text === '' ? null : text })
