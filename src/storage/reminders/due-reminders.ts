import { sql } from 'kysely'
import { dueReminder, type Moment } from '../../requests/reminders/due-reminder.ts'
import type { ReminderChannel, ReminderTarget } from '../../requests/reminders/reminder-channel.ts'
import { type Agency, listAgencies } from '../agencies.ts'
import { findCalendar, national } from '../calendars.ts'
import type { Storage } from '../storage.ts'
import { channelColumns, storedOrDefault } from './channel-columns.ts'
import { giveUpStale, type ReminderRef } from './claim-reminder.ts'
import { openTarget, type SealedTarget } from './reminder-channels.ts'

/** A reminder that is owed now, and where it goes; `target` is null for the inbox, and where it cannot be opened. */
export type DueReminder = ReminderRef & {
  readonly agency: Agency
  readonly channel: ReminderChannel
  readonly target: ReminderTarget | null
}

type Row = ReminderChannel &
  SealedTarget & {
    readonly agencyId: number
    readonly layer: string | null
    readonly digest: string | null
    readonly urgent: string | null
  }

export const remindersActor = 'system:reminders'

/**
 * The reminders that are owed now, of every agency; gives up what is left of earlier days. Whether one is owed is judged by
 * `dueReminder`; the statement leaves out what surely is not, so that most of the day it gives no row.
 */
export async function findDueReminders(storage: Storage, moment: Moment): Promise<readonly DueReminder[]> {
  const agencies = new Map((await listAgencies(storage)).map((agency) => [agency.id, agency]))
  const who = { agencies: [...agencies.keys()], actor: remindersActor }
  return await storage.transact(who, async (trx) => {
    await giveUpStale(trx, moment.day)
    // Finished: the time of day in Beijing. Begun and not finished: '' (and no row where its next attempt is not due).
    const { rows } = await sql<Row>`select c.agency_id as "agencyId", a.calendar_layer as layer, ${channelColumns},
        ${finished('d')} as digest, ${finished('u')} as urgent
      from ${storedOrDefault} c join agency a on a.id = c.agency_id
      left join reminder d on d.agency_id = c.agency_id and d.channel_name = c.name and d.day = ${moment.day}::date and d.kind = 'digest'
      left join reminder u on u.agency_id = c.agency_id and u.channel_name = c.name and u.day = ${moment.day}::date and u.kind = 'urgent'
      where c.at <= ${moment.time}
        and (d.state is null or (d.state = 'waiting' and d.next_at <= now())
          or (d.state <> 'waiting' and c.urgent_at <= ${moment.time}
            and (u.state is null or (u.state = 'waiting' and u.next_at <= now()))))`.execute(trx)
    const calendars = new Map<string, Awaited<ReturnType<typeof findCalendar>>>()
    const due: DueReminder[] = []
    for (const { agencyId, layer, digest, urgent, algorithm, keyId, sealed, ...channel } of rows) {
      const agency = agencies.get(agencyId)
      const name = layer ?? national
      const calendar = calendars.get(name) ?? (await findCalendar(trx, name))
      calendars.set(name, calendar)
      const soFar = { digest: asSoFar(digest), urgent: asSoFar(urgent) }
      const kind = calendar && dueReminder(channel, calendar, moment, soFar)
      if (!kind || !agency) continue
      const target = openTarget(trx, agencyId, { name: channel.name, algorithm, keyId, sealed })
      due.push({ agencyId, agency, channelName: channel.name, day: moment.day, kind, channel, target })
    }
    return due
  })
}

const finished = (table: string) =>
  sql`case when ${sql.ref(`${table}.state`)} is not null then coalesce(to_char(${sql.ref(`${table}.finished_at`)} at time zone interval '8 hours', 'HH24:MI'), '') end`

const asSoFar = (text: string | null) => (text === null ? null : { finishedAt: text === '' ? null : text })
