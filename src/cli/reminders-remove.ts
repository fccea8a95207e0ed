import { Refusal } from '../refusals/refusal.ts'
import { requireAgency } from '../storage/agencies.ts'
import { removeReminderChannel } from '../storage/reminders/reminder-channels.ts'
import { parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { reminderWords } from './reminder-text.ts'

const usage = 'gongkai reminders remove NAME --agency CODE'

/** `gongkai reminders remove`: reminds no longer in this way. */
export const remindersRemove: Command = async (args, context) => {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...storageOptions, agency: { type: 'string' } },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const [name] = positionals
  if (name === undefined || positionals.length > 1) throw new Refusal('missing-argument', { name: 'NAME', usage })
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      removeReminderChannel(trx, agency.id, name),
    )
    context.out(reminderWords[context.language].removed(name))
    return 0
  })
}
