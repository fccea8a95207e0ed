import { Refusal } from '../refusals/refusal.ts'
import { requireAgency } from '../storage/agencies.ts'
import { readFileOf } from '../storage/files/stored-files.ts'
import { parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { writeWholeFiles } from './write-whole-files.ts'

const usage = 'gongkai files get DIGEST --agency CODE --out FILE'

/** `gongkai files get`: writes a kept file. */
export const filesGet: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...storageOptions, agency: text, out: text },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const out = requiredOption(values.out, '--out', usage)
  const [digest] = positionals
  if (digest === undefined || positionals.length > 1) throw new Refusal('missing-argument', { name: 'DIGEST', usage })
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const { content } = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      readFileOf(trx, agency.id, digest),
    )
    await writeWholeFiles([{ file: out, bytes: content }])
    return 0
  })
}
