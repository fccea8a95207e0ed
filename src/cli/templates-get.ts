import { Refusal } from '../refusals/refusal.ts'
import { requireAgency } from '../storage/agencies.ts'
import { readOfficeTemplate } from '../storage/letters/office-templates.ts'
import { parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { variantOption, variantOptions } from './variant-options.ts'
import { writeWholeFiles } from './write-whole-files.ts'

const usage = 'gongkai templates get --agency CODE --kind KIND [--outcome OUTCOME] [--version N] --out FILE.docx'

/** `gongkai templates get`: writes the template that holds, or a version of before. */
export const templatesGet: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const { values } = parseOptions({
    args: [...args],
    options: { ...storageOptions, ...variantOptions, agency: text, version: text, out: text },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const variant = variantOption(values, usage)
  const out = requiredOption(values.out, '--out', usage)
  const { version } = values
  if (version !== undefined && !/^[1-9]\d{0,8}$/.test(version))
    throw new Refusal('bad-option', { reason: `--version ${version} (1 …)` })
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const { content } = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      readOfficeTemplate(trx, agency.id, variant, version === undefined ? null : Number(version)),
    )
    await writeWholeFiles([{ file: out, bytes: content }])
    return 0
  })
}
