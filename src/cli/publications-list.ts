import { presentListed } from '../api/publications/present-listed.ts'
import { publicationPhases } from '../publications/publication-case.ts'
import { Refusal } from '../refusals/refusal.ts'
import { assessedBefore } from '../requests/today/publication-to-do.ts'
import { addDays } from '../statute/day.ts'
import { requireAgency } from '../storage/agencies.ts'
import { listPublications } from '../storage/publications/list-publications.ts'
import { readPublicationSettings } from '../storage/publications/publication-settings.ts'
import { formatOption, pageLimitOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { publicationsInText } from './publication-text.ts'

const usage =
  'gongkai publications list --agency CODE [--phase PHASE] [--due DAYS] [--ending DAYS] [--reassess-due] [--search WORDS] [--limit N] [--after MARK]'

/** `gongkai publications list`: what an agency works on and has published, newest first; or what is due within days. */
export const publicationsList: Command = async (args, context) => {
  const { values } = parseOptions({
    args: [...args],
    options: {
      ...storageOptions,
      agency: { type: 'string' },
      phase: { type: 'string' },
      due: { type: 'string' },
      ending: { type: 'string' },
      'reassess-due': { type: 'boolean' },
      search: { type: 'string' },
      limit: { type: 'string' },
      after: { type: 'string' },
    },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const format = formatOption(values.format)
  const limit = pageLimitOption(values.limit)
  const { due, ending, phase: asked } = values
  for (const [option, days] of Object.entries({ due, ending }))
    if (days !== undefined && !/^\d{1,3}$/.test(days))
      throw new Refusal('bad-option', { reason: `--${option} ${days} (0 … 999)` })
  const phase = publicationPhases.find((one) => one === asked)
  if (asked !== undefined && !phase)
    throw new Refusal('bad-option', { reason: `--phase ${asked} (${publicationPhases.join(', ')})` })
  const filter = {
    ...(phase && { phase }),
    ...(due !== undefined && { dueBy: addDays(context.today, Number(due)) }),
    ...(ending !== undefined && { endsBy: addDays(context.today, Number(ending)) }),
    words: values.search?.split(/\s+/).filter((word) => word !== '') ?? [],
  }
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const page = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
      const settings = await readPublicationSettings(trx, agency.id)
      const reassess = values['reassess-due'] === true
      const due18 = reassess ? { assessedBefore: assessedBefore(context.today, settings.reassessMonths) } : {}
      const asked = { ...filter, ...due18 }
      const listed = await listPublications(trx, agency.id, asked, { after: values.after ?? null, limit })
      return presentListed(listed, settings, context.today)
    })
    context.out(format === 'json' ? `${JSON.stringify(page)}\n` : publicationsInText(page, context))
    return 0
  })
}
