import { deliver } from '../reminders/deliver.ts'
import { readSmtp } from '../reminders/smtp.ts'
import { problemInWords } from '../requests/reminders/delivery-problem.ts'
import { testMessage } from '../requests/reminders/reminder-message.ts'
import { requireAgency } from '../storage/agencies.ts'
import { requireReminderChannel } from '../storage/reminders/reminder-channels.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { reminderWords } from './reminder-text.ts'
import { subjectOptions } from './subject-options.ts'

const usage = 'gongkai reminders test NAME --agency CODE'

/** `gongkai reminders test`: sends a test message now, and says in words what came of it. */
export const remindersTest: Command = async (args, context) => {
  const { code, subject: name } = subjectOptions(args, 'NAME', usage)
  const smtp = readSmtp(context.env)
  const own = reminderWords[context.language]
  return await withExistingStorage(args, context, async (storage, stopped) => {
    const agency = await requireAgency(storage, code)
    const { channel, target } = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      requireReminderChannel(trx, agency.id, name),
    )
    if (channel.kind === 'inApp') {
      context.out(own.inAppNeedsNoTest)
      return 0
    }
    const message = testMessage(agency.name, context.today, channel.language)
    const facts = { agency: agency.code, name: agency.name, day: context.today, kind: 'test' }
    const sending = { smtp, now: () => new Date(), stopped }
    const problem = await deliver(channel, target, { message, facts }, sending)
    if (problem) context.err(own.testFailed(problemInWords(problem, context.language)))
    else context.out(own.testSent)
    return problem ? 2 : 0
  })
}
