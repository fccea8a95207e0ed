import { phases } from '../requests/case/phase.ts'
import { awaitedParties } from '../requests/case/waiting-for.ts'
import { requireAgency } from '../storage/agencies.ts'
import { agencyCalendar } from '../storage/calendars.ts'
import { listRequests } from '../storage/requests/list-requests.ts'
import { refreshDeadlines } from '../storage/requests/refresh-deadlines.ts'
import { indexRequests } from '../storage/requests/search/index-requests.ts'
import {
  dueByOption,
  formatOption,
  oneOf,
  pageLimitOption,
  parseOptions,
  requiredOption,
  storageOptions,
} from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { listInText } from './request-text.ts'

const usage =
  'gongkai requests list --agency CODE [--overdue] [--due-in DAYS] [--phase PHASE] [--waiting-for PARTY] [--search WORDS] [--order due|newest] [--limit N] [--after MARK]'

/** How long a search goes on after its answer, so that the next one finds more in the index. */
const indexingMs = 3000

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
      'waiting-for': { type: 'string' },
      search: { type: 'string' },
      order: { type: 'string' },
      limit: { type: 'string' },
      after: { type: 'string' },
    },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const format = formatOption(values.format)
  const dueBy = dueByOption(values, context.today)
  const order = oneOf('--order', values.order ?? (dueBy ? 'due' : 'newest'), ['due', 'newest'])
  const limit = pageLimitOption(values.limit)
  const filter = {
    ...(values.phase ? { phases: values.phase.map((phase) => oneOf('--phase', phase, phases)) } : {}),
    ...(dueBy ? { dueBy } : {}),
    ...(values['waiting-for'] !== undefined && {
      waitingFor: oneOf('--waiting-for', values['waiting-for'], awaitedParties),
    }),
    ...(values.search ? { words: values.search.split(/\s+/).filter((word) => word !== '') } : {}),
  }
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const page = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
      await refreshDeadlines(trx, agency.id, await agencyCalendar(trx, agency.id), context.today)
      return await listRequests(trx, agency.id, filter, order, { after: values.after ?? null, limit })
    })
    context.out(format === 'json' ? `${JSON.stringify(page)}\n` : listInText(page, context))
    const answered = performance.now()
    if (filter.words) await indexRequests(storage, agency.id, () => performance.now() - answered > indexingMs)
    return 0
  })
}
