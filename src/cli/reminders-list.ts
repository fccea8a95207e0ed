import { requireAgency } from '../storage/agencies.ts'
import { listReminderChannels } from '../storage/reminders/reminder-channels.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { channelsInText } from './reminder-text.ts'

/** `gongkai reminders list`: how an agency is reminded, and what last came of it. */
export const remindersList: Command = async (args, context) => {
  const { values } = parseOptions({ args: [...args], options: { ...storageOptions, agency: { type: 'string' } } })
  const code = requiredOption(values.agency, '--agency', 'gongkai reminders list --agency CODE')
  const format = formatOption(values.format)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const channels = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      listReminderChannels(trx, agency.id),
    )
    context.out(format === 'json' ? `${JSON.stringify({ channels })}\n` : channelsInText(channels, context.language))
    return 0
  })
}
