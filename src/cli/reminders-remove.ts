import { requireAgency } from '../storage/agencies.ts'
import { removeReminderChannel } from '../storage/reminders/reminder-channels.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { reminderWords } from './reminder-text.ts'
import { subjectOptions } from './subject-options.ts'

const usage = 'gongkai reminders remove NAME --agency CODE'

/** `gongkai reminders remove`: reminds no longer in this way. */
export const remindersRemove: Command = async (args, context) => {
  const { code, subject: name } = subjectOptions(args, 'NAME', usage)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      removeReminderChannel(trx, agency.id, name),
    )
    context.out(reminderWords[context.language].removed(name))
    return 0
  })
}
