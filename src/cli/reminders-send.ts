import { Refusal } from '../refusals/refusal.ts'
import { sendReminder } from '../reminders/send-reminder.ts'
import { readSmtp } from '../reminders/smtp.ts'
import { reminderKinds } from '../requests/reminders/reminder-channel.ts'
import { requireAgency } from '../storage/agencies.ts'
import { listReminderChannels, requireReminderChannel } from '../storage/reminders/reminder-channels.ts'
import { dayOption, oneOf, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { sentInText } from './reminder-text.ts'

const usage = 'gongkai reminders send [NAME] --agency CODE [--day DAY] [--kind digest|urgent]'

/** `gongkai reminders send`: sends at once what has not gone out for a day, whatever the hour. */
export const remindersSend: Command = async (args, context) => {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...storageOptions, agency: { type: 'string' }, day: { type: 'string' }, kind: { type: 'string' } },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  if (positionals.length > 1) throw new Refusal('argument-unexpected', { argument: positionals[1] ?? '' })
  const kind = oneOf('--kind', values.kind ?? 'digest', reminderKinds)
  const { today } = context
  const day = dayOption('--day', values.day) ?? today
  if (day > today) throw new Refusal('reminder-day-in-future', { on: day })
  const smtp = readSmtp(context.env)
  return await withExistingStorage(args, context, async (storage, stopped) => {
    const agency = await requireAgency(storage, code)
    const asked = { agencies: [agency.id], actor: commandActor(context) }
    const [only] = positionals
    const channels = await storage.transact(asked, async (trx) => {
      const names = only === undefined ? (await listReminderChannels(trx, agency.id)).map(({ name }) => name) : [only]
      const all = []
      for (const name of names) all.push(await requireReminderChannel(trx, agency.id, name))
      return all
    })
    const sending = { smtp, now: () => new Date(), stopped }
    const results = await Promise.all(
      channels.map(async ({ channel, target }) => {
        const due = { agencyId: agency.id, agency, channelName: channel.name, day, kind, channel, target }
        return { name: channel.name, sent: await sendReminder(storage, due, 'asked', today, sending) }
      }),
    )
    for (const { name, sent } of results) {
      if ('problem' in sent) context.err(sentInText(name, sent, context.language))
      else context.out(sentInText(name, sent, context.language))
    }
    return results.some(({ sent }) => 'problem' in sent) ? 2 : 0
  })
}
