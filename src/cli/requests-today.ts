import { Refusal } from '../refusals/refusal.ts'
import { toDoText } from '../requests/today/to-do-words.ts'
import { requireAgency } from '../storage/agencies.ts'
import { agencyCalendar } from '../storage/calendars.ts'
import { workToday } from '../storage/requests/work-today.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'

const usage = 'gongkai requests today --agency CODE [--days N]'

/** `gongkai requests today`: what wants somebody today, as a text that can be pasted into an office chat. */
export const requestsToday: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const { values } = parseOptions({ args: [...args], options: { ...storageOptions, agency: text, days: text } })
  const code = requiredOption(values.agency, '--agency', usage)
  const days = values.days ?? '7'
  if (!/^\d{1,3}$/.test(days)) throw new Refusal('bad-option', { reason: `--days ${days} (0 … 999)` })
  const format = formatOption(values.format)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const work = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) =>
      workToday(trx, agency.id, await agencyCalendar(trx, agency.id), context.today, Number(days)),
    )
    context.out(
      format === 'json'
        ? `${JSON.stringify({ agency: code, today: context.today, ...work })}\n`
        : toDoText(agency.name, context.today, work, context.language),
    )
    return 0
  })
}
