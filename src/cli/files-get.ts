import { requireAgency } from '../storage/agencies.ts'
import { readFileOf } from '../storage/files/stored-files.ts'
import { requiredOption } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { subjectOptions } from './subject-options.ts'
import { writeWholeFiles } from './write-whole-files.ts'

const usage = 'gongkai files get DIGEST --agency CODE --out FILE'

/** `gongkai files get`: writes a kept file. */
export const filesGet: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const { code, subject: digest, values } = subjectOptions(args, 'DIGEST', usage, { out: text })
  const out = requiredOption(values.out, '--out', usage)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const { content } = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      readFileOf(trx, agency.id, digest),
    )
    await writeWholeFiles([{ file: out, bytes: content }])
    return 0
  })
}
