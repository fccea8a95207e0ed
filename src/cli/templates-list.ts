import { requireAgency } from '../storage/agencies.ts'
import { listOfficeTemplates } from '../storage/letters/office-templates.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { kebab } from './schema-options.ts'
import { letterTemplateWords } from './template-words.ts'

const usage = 'gongkai templates list --agency CODE [--all]'

/** `gongkai templates list`: the templates that hold, or with `--all` every version that ever did. */
export const templatesList: Command = async (args, context) => {
  const { values } = parseOptions({
    args: [...args],
    options: { ...storageOptions, agency: { type: 'string' }, all: { type: 'boolean' } },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const format = formatOption(values.format)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const templates = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      listOfficeTemplates(trx, agency.id, values.all ? 'all' : 'current'),
    )
    const { removed } = letterTemplateWords[context.language]
    const lines = templates.map(({ kind, outcome, version, digest, name, removedAt }) =>
      [kebab(kind), outcome ?? '-', version, name, digest.slice(0, 12), ...(removedAt ? [removed] : [])].join('\t'),
    )
    context.out(format === 'json' ? `${JSON.stringify({ templates })}\n` : lines.map((line) => `${line}\n`).join(''))
    return 0
  })
}
