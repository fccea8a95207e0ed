import { presentPublication } from '../api/publications/present-publication.ts'
import { officeRoles } from '../office/role.ts'
import { Refusal } from '../refusals/refusal.ts'
import { requireAgency } from '../storage/agencies.ts'
import { loadPublication } from '../storage/publications/load-publication.ts'
import { loadBeside } from '../storage/publications/publication-beside.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { publicationInText } from './publication-text.ts'

const usage = 'gongkai publications show NUMBER --agency CODE'

/** `gongkai publications show`: one item, its review and what can be done. */
export const publicationsShow: Command = async (args, context) => {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...storageOptions, agency: { type: 'string' } },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const [number] = positionals
  if (number === undefined || positionals.length > 1) throw new Refusal('missing-argument', { name: 'NUMBER', usage })
  const format = formatOption(values.format)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const shown = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
      const loaded = await loadPublication(trx, agency.id, number, { for: 'reading' })
      return presentPublication(loaded, await loadBeside(trx, agency.id, loaded), {
        ...{ roles: officeRoles, today: context.today },
      })
    })
    context.out(format === 'json' ? `${JSON.stringify(shown)}\n` : publicationInText(shown, context))
    return 0
  })
}
