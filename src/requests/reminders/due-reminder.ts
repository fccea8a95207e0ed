import { type Calendar, isWorkingDay } from '../../statute/calendar/calendar.ts'
import type { Day } from '../../statute/day.ts'
import type { Hour, ReminderChannel, ReminderKind } from './reminder-channel.ts'

/** Day and time of day in Beijing. */
export type Moment = { readonly day: Day; readonly time: Hour }

/** What has become of a reminder of this day; null where nobody has begun it. `finishedAt` is null while it is tried again. */
export type ReminderSoFar = { readonly finishedAt: Hour | null } | null

/**
 * Which reminder a channel is owed now. One at a time: while the digest is under way or late, the urgent one waits, and a
 * digest that went out after the urgent hour has said it all.
 */
export function dueReminder(
  channel: ReminderChannel,
  calendar: Calendar,
  { day, time }: Moment,
  soFar: Readonly<Record<ReminderKind, ReminderSoFar>>,
): ReminderKind | null {
  if (channel.workingDaysOnly && !isWorkingDay(calendar, day)) return null
  if (time < channel.at) return null
  const { digest, urgent } = soFar
  if (!digest?.finishedAt) return 'digest'
  const { urgentAt } = channel
  if (urgentAt === null || time < urgentAt || urgent?.finishedAt) return null
  return digest.finishedAt < urgentAt ? 'urgent' : null
}

const delays = [1, 5, 15, 30, 60, 120]

/** Minutes until a reminder that failed is tried again; null where it is given up. */
export function retryDelay(attempts: number): number | null {
  return delays[attempts - 1] ?? null
}
