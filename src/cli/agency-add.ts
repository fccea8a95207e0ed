import { agencyKinds, agencyLevels } from '../statute/agency-rank.ts'
import { addAgency, type NewAgency } from '../storage/agencies.ts'
import { agencyCode, agencyName } from './agency-options.ts'
import { formatOption, oneOf, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withCommandStorage } from './open-command-storage.ts'
import { storageWords } from './storage-words.ts'

const usage =
  'gongkai agency add --code CODE --name NAME --level township|county|city|province|nation --kind government|department [--parent CODE]'

/** `gongkai agency add`: registers an agency, so that a ledger and reports can be its. */
export const agencyAdd: Command = async (args, context) => {
  const { agency, format } = readOptions(args)
  return await withCommandStorage(args, context, async (storage) => {
    const added = await addAgency(storage, commandActor(context), agency)
    const { code, name, level, kind } = added
    context.out(
      format === 'json'
        ? `${JSON.stringify({ code, name, level, kind, parent: agency.parentCode })}\n`
        : storageWords[context.language].agencyAdded(code, name),
    )
    return 0
  })
}

function readOptions(args: readonly string[]): { agency: NewAgency; format: 'text' | 'json' } {
  const text = { type: 'string' } as const
  const { values } = parseOptions({
    args: [...args],
    options: { ...storageOptions, code: text, name: text, level: text, kind: text, parent: text },
  })
  return {
    agency: {
      code: agencyCode(requiredOption(values.code, '--code', usage)),
      name: agencyName(requiredOption(values.name, '--name', usage)),
      level: oneOf('--level', requiredOption(values.level, '--level', usage), agencyLevels),
      kind: oneOf('--kind', requiredOption(values.kind, '--kind', usage), agencyKinds),
      parentCode: values.parent === undefined ? null : requiredOption(values.parent, '--parent', usage),
    },
    format: formatOption(values.format),
  }
}
