import { sql } from 'kysely'
import type { DeliveryProblem } from '../../requests/reminders/delivery-problem.ts'
import { retryDelay } from '../../requests/reminders/due-reminder.ts'
import type { ReminderKind } from '../../requests/reminders/reminder-channel.ts'
import type { Day } from '../../statute/day.ts'
import { appendAudit } from '../audit.ts'
import type { Trx } from '../storage.ts'
import { addNotice } from './inbox.ts'

/** One reminder: there is one row for it, whoever sends it. */
export type ReminderRef = {
  readonly agencyId: number
  readonly channelName: string
  readonly day: Day
  readonly kind: ReminderKind
}

/** How long a claim holds: longer than any sending takes. Whoever holds one longer is dead. */
export const claimSeconds = 90

/**
 * Takes a reminder for this process alone, and gives the number of the attempt; null where another has it, it has gone out, or
 * it is not yet to be tried again. `asked`: somebody wants it now, so that also what was given up or waits is taken.
 */
export async function claimReminder(trx: Trx, one: ReminderRef, how: 'due' | 'asked'): Promise<number | null> {
  const { agencyId, channelName, day, kind } = one
  const free =
    how === 'due'
      ? sql`r.state = 'waiting' and r.next_at <= now()`
      : sql`r.state <> 'sent' and not (r.state = 'waiting' and r.problem is null and r.next_at > now())`
  const { rows } = await sql<{ attempts: number }>`insert into reminder as r
      (agency_id, channel_name, day, kind, state, attempts, next_at)
    values (${agencyId}, ${channelName}, ${day}::date, ${kind}, 'waiting', 1, now() + make_interval(secs => ${claimSeconds}))
    on conflict (agency_id, channel_name, day, kind) do update
      set state = 'waiting', problem = null, finished_at = null, next_at = excluded.next_at,
        attempts = case when r.state = 'waiting' then r.attempts + 1 else 1 end
      where ${free}
    returning attempts`.execute(trx)
  return rows[0]?.attempts ?? null
}

/** Records that a claimed reminder went out, or that nothing was to be told. */
export async function finishReminder(
  trx: Trx,
  one: ReminderRef,
  state: 'sent' | 'nothing',
  cases: number,
): Promise<void> {
  const { agencyId, channelName, day, kind } = one
  await sql`update reminder set state = ${state}, problem = null, finished_at = now()
    where ${rowOf(one)}`.execute(trx)
  if (state === 'sent')
    await appendAudit(trx, { agencyId, action: 'reminder.sent', subject: channelName, after: { day, kind, cases } })
}

/** Records that a claimed reminder did not go out: it is tried again later, or given up with a notice. */
export async function failReminder(
  trx: Trx,
  one: ReminderRef,
  attempts: number,
  problem: DeliveryProblem,
): Promise<'waiting' | 'givenUp'> {
  const delay = problem.is === 'stopped' ? 0 : retryDelay(attempts)
  if (delay === null) {
    await giveUp(trx, one, problem)
    return 'givenUp'
  }
  await sql`update reminder set problem = ${JSON.stringify(problem)}::jsonb, next_at = now() + make_interval(mins => ${delay})
    where ${rowOf(one)} and state = 'waiting'`.execute(trx)
  return 'waiting'
}

/** Gives up what is left of earlier days: a digest of yesterday helps nobody. */
export async function giveUpStale(trx: Trx, today: Day): Promise<number> {
  const { rows } = await sql<ReminderRef & { problem: DeliveryProblem | null }>`select agency_id as "agencyId",
      channel_name as "channelName", day, kind, problem from reminder
    where state = 'waiting' and day < ${today}::date and (problem is not null or next_at <= now())
    for update skip locked`.execute(trx)
  for (const { problem, ...one } of rows) await giveUp(trx, one, problem ?? { is: 'interrupted' })
  return rows.length
}

async function giveUp(trx: Trx, one: ReminderRef, problem: DeliveryProblem): Promise<void> {
  const { agencyId, channelName, day, kind } = one
  await sql`update reminder set state = 'givenUp', problem = ${JSON.stringify(problem)}::jsonb, finished_at = now()
    where ${rowOf(one)}`.execute(trx)
  await addNotice(trx, agencyId, day, { kind: 'givenUp', content: { channelName, reminder: kind, problem } })
  await appendAudit(trx, {
    agencyId,
    action: 'reminder.givenUp',
    subject: channelName,
    after: { day, kind, problem: problem.is },
  })
}

const rowOf = ({ agencyId, channelName, day, kind }: ReminderRef) =>
  sql`agency_id = ${agencyId} and channel_name = ${channelName} and day = ${day}::date and kind = ${kind}`
