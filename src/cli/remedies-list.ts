import { remediesPage } from '../api/remedies/remedies-page.ts'
import { requireAgency } from '../storage/agencies.ts'
import { agencyCalendar } from '../storage/calendars.ts'
import {
  dueByOption,
  formatOption,
  pageLimitOption,
  parseOptions,
  requiredOption,
  storageOptions,
} from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { remediesInText } from './remedy-text.ts'

const usage =
  'gongkai remedies list --agency CODE [--overdue | --due-in DAYS] [--pending] [--request-number NUMBER] [--limit N] [--after MARK]'

/** `gongkai remedies list`: an agency's cases newest first, or those it has to answer by their last day. */
export const remediesList: Command = async (args, context) => {
  const { values } = parseOptions({
    args: [...args],
    options: {
      ...storageOptions,
      agency: { type: 'string' },
      overdue: { type: 'boolean' },
      'due-in': { type: 'string' },
      pending: { type: 'boolean' },
      'request-number': { type: 'string' },
      limit: { type: 'string' },
      after: { type: 'string' },
    },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const format = formatOption(values.format)
  const dueBy = dueByOption(values, context.today)
  const limit = pageLimitOption(values.limit)
  const filter = {
    pending: values.pending ?? false,
    ...(values['request-number'] !== undefined && { requestNumber: values['request-number'] }),
  }
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
      const calendar = await agencyCalendar(trx, agency.id)
      const page = await remediesPage(
        trx,
        agency.id,
        { ...filter, dueBy },
        { after: values.after ?? null, limit },
        { calendar, today: context.today, language: context.language },
      )
      context.out(format === 'json' ? `${JSON.stringify(page)}\n` : remediesInText(page.remedies, page.next, context))
    })
    return 0
  })
}
