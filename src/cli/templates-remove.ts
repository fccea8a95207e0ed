import { requireAgency } from '../storage/agencies.ts'
import { removeOfficeTemplate } from '../storage/letters/office-templates.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { variantOption, variantOptions } from './variant-options.ts'

const usage = 'gongkai templates remove --agency CODE --kind KIND [--outcome OUTCOME]'

/** `gongkai templates remove`: the built-in letter holds again; no version is deleted. */
export const templatesRemove: Command = async (args, context) => {
  const { values } = parseOptions({
    args: [...args],
    options: { ...storageOptions, ...variantOptions, agency: { type: 'string' } },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const variant = variantOption(values, usage)
  const format = formatOption(values.format)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const removed = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      removeOfficeTemplate(trx, agency.id, variant),
    )
    const { kind, outcome, version, digest, name } = removed
    context.out(
      format === 'json' ? `${JSON.stringify({ kind, outcome, version, digest, name })}\n` : `${name} ${version}\n`,
    )
    return 0
  })
}
