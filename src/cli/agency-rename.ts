import { renameAgency } from '../storage/agencies.ts'
import { agencyName } from './agency-options.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { storageWords } from './storage-words.ts'

const usage = 'gongkai agency rename --code CODE --name NAME'

/** `gongkai agency rename`: mends the name of an agency, or follows its change; the audit chain keeps both. */
export const agencyRename: Command = async (args, context) => {
  const { values } = parseOptions({
    args: [...args],
    options: { ...storageOptions, code: { type: 'string' }, name: { type: 'string' } },
  })
  const code = requiredOption(values.code, '--code', usage)
  const name = agencyName(requiredOption(values.name, '--name', usage))
  const format = formatOption(values.format)
  return await withExistingStorage(args, context, async (storage) => {
    await renameAgency(storage, commandActor(context), code, name)
    context.out(
      format === 'json'
        ? `${JSON.stringify({ code, name })}\n`
        : storageWords[context.language].agencyRenamed(code, name),
    )
    return 0
  })
}
