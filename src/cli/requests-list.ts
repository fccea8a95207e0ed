import { Refusal } from '../refusals/refusal.ts'
import { phases } from '../requests/case/phase.ts'
import { addDays, type Day } from '../statute/day.ts'
import { requireAgency } from '../storage/agencies.ts'
import { agencyCalendar } from '../storage/calendars.ts'
import { listRequests } from '../storage/requests/list-requests.ts'
import { refreshDeadlines } from '../storage/requests/refresh-deadlines.ts'
import { formatOption, oneOf, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { listInText } from './request-text.ts'

const usage =
  'gongkai requests list --agency CODE [--overdue] [--due-in DAYS] [--phase PHASE] [--search WORDS] [--order due|newest] [--limit N] [--after MARK]'

/** `gongkai requests list`: an agency's cases, by deadline or newest first, a page at a time. */
export const requestsList: Command = async (args, context) => {
  const { values } = parseOptions({
    args: [...args],
    options: {
      ...storageOptions,
      agency: { type: 'string' },
      overdue: { type: 'boolean' },
      'due-in': { type: 'string' },
      phase: { type: 'string', multiple: true },
      search: { type: 'string' },
      order: { type: 'string' },
      limit: { type: 'string' },
      after: { type: 'string' },
    },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const format = formatOption(values.format)
  const dueBy = readDueBy(values, context.today)
  const order = oneOf('--order', values.order ?? (dueBy ? 'due' : 'newest'), ['due', 'newest'])
  const limit = values.limit === undefined ? 50 : Number(values.limit)
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw new Refusal('bad-option', { reason: `--limit ${values.limit} (1 … 1000)` })
  const filter = {
    ...(values.phase ? { phases: values.phase.map((phase) => oneOf('--phase', phase, phases)) } : {}),
    ...(dueBy ? { dueBy } : {}),
    ...(values.search ? { words: values.search.split(/\s+/).filter((word) => word !== '') } : {}),
  }
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const page = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
      await refreshDeadlines(trx, agency.id, await agencyCalendar(trx, agency.id), context.today)
      return await listRequests(trx, agency.id, filter, order, { after: values.after ?? null, limit })
    })
    context.out(format === 'json' ? `${JSON.stringify(page)}\n` : listInText(page, context))
    return 0
  })
}

function readDueBy(values: { overdue?: boolean; 'due-in'?: string }, today: Day): Day | null {
  const days = values['due-in']
  if (days === undefined) return values.overdue ? addDays(today, -1) : null
  if (values.overdue || !/^\d{1,3}$/.test(days))
    throw new Refusal('bad-option', { reason: `--due-in ${days} (0 … 999)` })
  return addDays(today, Number(days))
}
