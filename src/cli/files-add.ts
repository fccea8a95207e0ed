import { basename } from 'node:path'
import { keepFile } from '../api/files/keep-file.ts'
import { closeReaders } from '../documents/read-in-worker.ts'
import { Refusal } from '../refusals/refusal.ts'
import { requireAgency } from '../storage/agencies.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { readWholeFile } from './read-whole-file.ts'

const usage = 'gongkai files add FILE --agency CODE'

/** `gongkai files add`: keeps a scan or a document for an agency and tells its digest, by which acts name it. */
export const filesAdd: Command = async (args, context) => {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...storageOptions, agency: { type: 'string' } },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new Refusal('missing-argument', { name: 'FILE', usage })
  const format = formatOption(values.format)
  const bytes = await readWholeFile(file)
  return await withExistingStorage(args, context, async (storage) => {
    try {
      const agency = await requireAgency(storage, code)
      const who = { agencies: [agency.id], agencyId: agency.id, actor: commandActor(context) }
      const kept = await keepFile(storage, who, basename(file), bytes)
      context.out(format === 'json' ? `${JSON.stringify(kept)}\n` : `${kept.digest}\n`)
      return 0
    } finally {
      closeReaders()
    }
  })
}
