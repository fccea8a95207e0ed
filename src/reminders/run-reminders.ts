import { errorMark } from '../operation/error-mark.ts'
import type { Log } from '../operation/log.ts'
import type { Moment } from '../requests/reminders/due-reminder.ts'
import { type DueReminder, findDueReminders } from '../storage/reminders/due-reminders.ts'
import type { Storage } from '../storage/storage.ts'
import { sendReminder } from './send-reminder.ts'
import type { Smtp } from './smtp.ts'

/** What the reminders of a server are made of. */
export type RemindersParts = {
  readonly storage: Storage
  readonly smtp: Smtp | null
  readonly moment: () => Moment
  readonly now: () => Date
  readonly log: Log
}

/** How often it is looked for what is owed. */
const everyMs = 20_000

/** How many messages go to one server at a time. */
const lanes = 4

/** How long what is under way may still take once the server is told to stop. */
const graceMs = 3_000

/** Looks for reminders that are owed and sends them until `stop`, which waits for what is under way, and not for long. */
export function runReminders(parts: RemindersParts): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController()
  const cutting = new AbortController()
  const busy = new Map<string, Promise<void>>()
  let timer: NodeJS.Timeout | null = null
  let looking = Promise.resolve()
  const look = async () => {
    try {
      const all = await findDueReminders(parts.storage, parts.moment())
      for (const [lane, due] of byLane(all))
        if (!busy.has(lane) && !stopping.signal.aborted)
          busy.set(
            lane,
            sendAll(parts, due, stopping.signal, cutting.signal).finally(() => busy.delete(lane)),
          )
      parts.log({ event: 'looked', job: 'reminders', due: all.length })
    } catch (error) {
      parts.log({ event: 'failed', job: 'reminders', error })
    }
    if (!stopping.signal.aborted) timer = setTimeout(begin, everyMs)
  }
  const begin = () => {
    looking = look()
  }
  begin()
  return {
    async stop() {
      stopping.abort()
      if (timer) clearTimeout(timer)
      const cut = setTimeout(() => cutting.abort(), graceMs)
      await looking
      await Promise.all(busy.values())
      clearTimeout(cut)
    },
  }
}

/** By where they go: a server that hangs keeps only its own waiting. */
function byLane(all: readonly DueReminder[]): Map<string, readonly DueReminder[]> {
  return Map.groupBy(all, ({ channel, target }) => {
    if (channel.kind === 'inApp' || channel.kind === 'email') return channel.kind
    return target && URL.canParse(target.to) ? new URL(target.to).host : ''
  })
}

/** Sends what is owed over one lane, a few at a time. Never throws: what goes wrong with one keeps no other. */
async function sendAll(
  { storage, smtp, moment, now, log }: RemindersParts,
  all: readonly DueReminder[],
  stopping: AbortSignal,
  stopped: AbortSignal,
): Promise<void> {
  const waiting = [...all]
  const worker = async () => {
    for (let due = waiting.shift(); due && !stopping.aborted; due = waiting.shift()) {
      const { day } = moment()
      // What was owed before midnight is not owed after it.
      if (day !== due.day) continue
      try {
        const sent = await sendReminder(storage, due, 'due', day, { smtp, now, stopped })
        const problem = 'problem' in sent ? { problem: sent.problem.is } : {}
        if (sent.state !== 'taken')
          log({ event: 'reminder', channel: due.channel.kind, kind: due.kind, state: sent.state, ...problem })
      } catch (error) {
        const { name, code = name } = errorMark(error)
        log({ event: 'reminder', channel: due.channel.kind, kind: due.kind, state: 'failed', problem: code })
      }
    }
  }
  await Promise.all(Array.from({ length: lanes }, worker))
}
