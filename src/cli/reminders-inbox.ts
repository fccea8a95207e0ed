import { noticeInWords } from '../requests/reminders/present-notice.ts'
import { requireAgency } from '../storage/agencies.ts'
import { listNotices, markRead } from '../storage/reminders/inbox.ts'
import { formatOption, pageLimitOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { noticesInText, reminderWords } from './reminder-text.ts'

const usage = 'gongkai reminders inbox --agency CODE [--unread] [--read ID|all] [--limit N] [--after MARK]'

/** `gongkai reminders inbox`: the notices in the program, newest first; or marks them as read. */
export const remindersInbox: Command = async (args, context) => {
  const { values } = parseOptions({
    args: [...args],
    options: {
      ...storageOptions,
      agency: { type: 'string' },
      unread: { type: 'boolean' },
      read: { type: 'string' },
      limit: { type: 'string' },
      after: { type: 'string' },
    },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const format = formatOption(values.format)
  const limit = pageLimitOption(values.limit)
  const { read } = values
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
      if (read !== undefined) {
        const marked = await markRead(trx, agency.id, read)
        context.out(
          format === 'json' ? `${JSON.stringify({ marked })}\n` : reminderWords[context.language].read(marked),
        )
        return
      }
      const page = await listNotices(
        trx,
        agency.id,
        { unread: values.unread ?? false },
        { after: values.after ?? null, limit },
      )
      const notices = page.notices.map(({ content: _, ...notice }, at) => {
        const told = page.notices[at]
        return { ...notice, ...(told && noticeInWords(agency.name, told.day, told, context.language)) }
      })
      context.out(
        format === 'json'
          ? `${JSON.stringify({ notices, next: page.next })}\n`
          : noticesInText(agency.name, page, context.language),
      )
    })
    return 0
  })
}
