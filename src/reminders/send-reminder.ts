import type { DeliveryProblem } from '../requests/reminders/delivery-problem.ts'
import { countWork, reminderMessage, urgentWork } from '../requests/reminders/reminder-message.ts'
import type { WorkToday } from '../requests/today/work-today.ts'
import type { Day } from '../statute/day.ts'
import { agencyCalendar } from '../storage/calendars.ts'
import { claimReminder, failReminder, finishReminder } from '../storage/reminders/claim-reminder.ts'
import { type DueReminder, remindersActor } from '../storage/reminders/due-reminders.ts'
import { addNotice } from '../storage/reminders/inbox.ts'
import { workToday } from '../storage/requests/work-today.ts'
import type { Storage, Trx } from '../storage/storage.ts'
import { deliver, type Sending } from './deliver.ts'

/** What came of a reminder; `taken`: another process has it, or it has gone out. */
export type Sent =
  | { readonly state: 'sent' | 'nothing' | 'taken' }
  | { readonly state: 'waiting' | 'givenUp'; readonly problem: DeliveryProblem }

/**
 * Claims one reminder, says what stands on `today`, and records what came of it. The claim is committed before anything goes
 * out, and what came of it after: a process that dies in between has the reminder sent again, and none is lost.
 */
export async function sendReminder(
  storage: Storage,
  due: DueReminder,
  how: 'due' | 'asked',
  today: Day,
  sending: Sending,
): Promise<Sent> {
  const who = { agencies: [due.agencyId], actor: remindersActor }
  const claimed = await storage.transact(who, async (trx) => {
    const attempts = await claimReminder(trx, due, how)
    if (attempts === null) return null
    const work = await workOf(trx, due, today)
    const cases = countWork(work)
    const nothing = cases === 0 && !(due.kind === 'digest' && due.channel.whenNothing)
    if (nothing) await finishReminder(trx, due, 'nothing', 0)
    else if (due.channel.kind === 'inApp') {
      await addNotice(trx, due.agencyId, today, { kind: due.kind, content: work })
      await finishReminder(trx, due, 'sent', cases)
    }
    return { attempts, work, cases, nothing }
  })
  if (!claimed) return { state: 'taken' }
  const { attempts, work, cases, nothing } = claimed
  if (nothing) return { state: 'nothing' }
  if (due.channel.kind === 'inApp') return { state: 'sent' }
  const problem = await deliver(due.channel, due.target, deliveryOf(due, work, today), sending)
  return await storage.transact(who, async (trx) => {
    if (problem) return { state: await failReminder(trx, due, attempts, problem), problem }
    await finishReminder(trx, due, 'sent', cases)
    return { state: 'sent' }
  })
}

async function workOf(trx: Trx, { agencyId, channel, kind }: DueReminder, today: Day): Promise<WorkToday> {
  const work = await workToday(trx, agencyId, await agencyCalendar(trx, agencyId), today, channel.days)
  return kind === 'urgent' ? urgentWork(work) : work
}

function deliveryOf({ agency, channel, kind }: DueReminder, work: WorkToday, today: Day) {
  return {
    message: reminderMessage(agency.name, today, kind, work, channel.language),
    facts: { agency: agency.code, name: agency.name, day: today, kind, ...work },
  }
}
