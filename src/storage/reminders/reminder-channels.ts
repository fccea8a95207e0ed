import { sql } from 'kysely'
import { Refusal } from '../../refusals/refusal.ts'
import type { DeliveryProblem } from '../../requests/reminders/delivery-problem.ts'
import {
  maskTarget,
  type ReminderChannel,
  type ReminderKind,
  type ReminderTarget,
} from '../../requests/reminders/reminder-channel.ts'
import type { Day } from '../../statute/day.ts'
import { appendAudit } from '../audit.ts'
import { cipherOf, currentCipher } from '../secrets/crypto.ts'
import type { Trx } from '../storage.ts'
import { contextOf } from '../transaction-context.ts'
import { channelColumns, storedOrDefault } from './channel-columns.ts'

export type ReminderState = 'waiting' | 'sent' | 'nothing' | 'givenUp'

/** What last became of a channel's reminders. */
export type LastReminder = {
  readonly day: Day
  readonly kind: ReminderKind
  readonly state: ReminderState
  readonly attempts: number
  readonly problem: DeliveryProblem | null
  readonly finishedAt: Date | null
}

/** A channel as it may be shown: `to` is masked, and null where there is nothing to show. */
export type ListedChannel = ReminderChannel & { readonly to: string | null; readonly last: LastReminder | null }

/** As much of a stored channel as opens its target. */
type SealedTarget = {
  readonly name: string
  readonly algorithm: string | null
  readonly keyId: string | null
  readonly sealed: Buffer | null
}

/** Adds a channel; `target` is null for the inbox. Refuses a name in use and a second inbox. */
export async function addReminderChannel(
  trx: Trx,
  agencyId: number,
  channel: ReminderChannel,
  target: ReminderTarget | null,
): Promise<void> {
  const { name, kind, language, at, urgentAt, workingDaysOnly, whenNothing, days } = channel
  const { key } = contextOf(trx)
  const sealed =
    target && cipherOf(currentCipher).seal(key.targets, Buffer.from(JSON.stringify(target)), placeOf(agencyId, name))
  const { rows } = await sql`insert into reminder_channel
      (agency_id, name, kind, language, at, urgent_at, working_days_only, when_nothing, days, algorithm, key_id, sealed)
    values (${agencyId}, ${name}, ${kind}, ${language}, ${at}, ${urgentAt}, ${workingDaysOnly}, ${whenNothing}, ${days},
      ${sealed && currentCipher}, ${sealed && key.id}, ${sealed}) on conflict do nothing returning 1`.execute(trx)
  if (rows.length === 0) {
    const { rows: same } = await sql`select 1 from reminder_channel
      where agency_id = ${agencyId} and name = ${name}`.execute(trx)
    throw same.length > 0 ? new Refusal('reminder-name-taken', { name }) : new Refusal('reminder-in-app-taken')
  }
  const { name: _, ...after } = channel
  await appendAudit(trx, { agencyId, action: 'reminderChannel.added', subject: name, after })
}

/** Takes a channel away, and what waits to go out over it. Refuses an unknown one. */
export async function removeReminderChannel(trx: Trx, agencyId: number, name: string): Promise<void> {
  const { rows } = await sql`delete from reminder_channel where agency_id = ${agencyId} and name = ${name}
    returning 1`.execute(trx)
  if (rows.length === 0) throw new Refusal('reminder-unknown', { name })
  await sql`delete from reminder where agency_id = ${agencyId} and channel_name = ${name} and state = 'waiting'`.execute(
    trx,
  )
  await appendAudit(trx, { agencyId, action: 'reminderChannel.removed', subject: name })
}

/** The channels of an agency by name, the inbox among them, with what last became of each. */
export async function listReminderChannels(trx: Trx, agencyId: number): Promise<readonly ListedChannel[]> {
  const { rows } = await sql<
    ReminderChannel & SealedTarget & { last: (Omit<LastReminder, 'finishedAt'> & { finishedAt: string | null }) | null }
  >`
    select ${channelColumns}, (select jsonb_build_object('day', day, 'kind', r.kind, 'state', state, 'attempts', attempts,
        'problem', problem, 'finishedAt', finished_at)
      from reminder r where r.agency_id = c.agency_id and r.channel_name = c.name order by day desc, state = 'nothing', coalesce(finished_at, next_at) desc
      limit 1) as last
    from ${storedOrDefault} c where c.agency_id = ${agencyId} order by name`.execute(trx)
  return rows.map(({ algorithm, keyId, sealed, last, ...channel }) => {
    const target = openTarget(trx, agencyId, { name: channel.name, algorithm, keyId, sealed })
    return {
      ...channel,
      to: target && maskTarget(channel.kind, target),
      last: last && { ...last, finishedAt: last.finishedAt === null ? null : new Date(last.finishedAt) },
    }
  })
}

/** A channel by its name, with where it leads; refuses an unknown one. */
export async function requireReminderChannel(
  trx: Trx,
  agencyId: number,
  name: string,
): Promise<{ readonly channel: ReminderChannel; readonly target: ReminderTarget | null }> {
  const { rows } = await sql<ReminderChannel & SealedTarget>`select ${channelColumns} from ${storedOrDefault} c
    where c.agency_id = ${agencyId} and c.name = ${name}`.execute(trx)
  const [row] = rows
  if (!row) throw new Refusal('reminder-unknown', { name })
  const { algorithm, keyId, sealed, ...channel } = row
  return { channel, target: openTarget(trx, agencyId, { name, algorithm, keyId, sealed }) }
}

/** Where the channels of these agencies lead, by agency and name; without those that do not open. */
export async function readTargets(
  trx: Trx,
  agencyIds: readonly number[],
): Promise<ReadonlyMap<string, ReminderTarget>> {
  const { rows } = await sql<SealedTarget & { agencyId: number }>`select agency_id as "agencyId", name, algorithm,
    key_id as "keyId", sealed from reminder_channel where agency_id = any(${agencyIds}::integer[])`.execute(trx)
  return new Map(
    rows.flatMap(({ agencyId, ...row }) => {
      const target = openTarget(trx, agencyId, row)
      return target ? [[`${agencyId} ${row.name}`, target] as const] : []
    }),
  )
}

/** Where a channel leads; null for the inbox, and where it was sealed under another key or for another channel. */
function openTarget(
  trx: Trx,
  agencyId: number,
  { name, algorithm, keyId, sealed }: SealedTarget,
): ReminderTarget | null {
  const { key } = contextOf(trx)
  if (sealed === null || algorithm === null || keyId !== key.id) return null
  try {
    return JSON.parse(
      cipherOf(algorithm).open(key.targets, sealed, placeOf(agencyId, name)).toString(),
    ) as ReminderTarget
  } catch {
    // One channel that was tampered with keeps no other; that it does not open is told where it is to be used.
    return null
  }
}

const placeOf = (agencyId: number, name: string) => `${agencyId} reminder channel ${name}`
