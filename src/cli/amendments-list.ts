import { presentAmendmentPage } from '../api/amendments/present-amendment.ts'
import { Refusal } from '../refusals/refusal.ts'
import { addDays } from '../statute/day.ts'
import { requireAgency } from '../storage/agencies.ts'
import { listAmendments } from '../storage/amendments/list-amendments.ts'
import { amendmentsInText } from './amendment-text.ts'
import { formatOption, pageLimitOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'

const usage =
  'gongkai amendments list --agency CODE [--open] [--waiting DAYS] [--past-target] [--search WORDS] [--limit N] [--after MARK]'

/** `gongkai amendments list`: an agency's record amendments newest first, or the open ones, that which waits longest first. */
export const amendmentsList: Command = async (args, context) => {
  const { values } = parseOptions({
    args: [...args],
    options: {
      ...storageOptions,
      agency: { type: 'string' },
      open: { type: 'boolean' },
      waiting: { type: 'string' },
      'past-target': { type: 'boolean' },
      search: { type: 'string' },
      limit: { type: 'string' },
      after: { type: 'string' },
    },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const format = formatOption(values.format)
  const limit = pageLimitOption(values.limit)
  const { today } = context
  const { waiting } = values
  if (waiting !== undefined && !/^\d{1,4}$/.test(waiting))
    throw new Refusal('bad-option', { reason: `--waiting ${waiting} (0 … 9999)` })
  const filter = {
    open: values.open ?? false,
    ...(waiting !== undefined && { arrivedBy: addDays(today, -Number(waiting)) }),
    ...(values['past-target'] && { targetBefore: today }),
    words: values.search?.split(/\s+/).filter((word) => word !== '') ?? [],
  }
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const page = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      listAmendments(trx, agency.id, filter, { after: values.after ?? null, limit }),
    )
    const shown = presentAmendmentPage(page, today)
    context.out(format === 'json' ? `${JSON.stringify(shown)}\n` : amendmentsInText(shown, context))
    return 0
  })
}
