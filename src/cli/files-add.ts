import { basename } from 'node:path'
import { keepFile } from '../api/files/keep-file.ts'
import { closeReaders } from '../documents/read-in-worker.ts'
import { requireAgency } from '../storage/agencies.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { readWholeFile } from './read-whole-file.ts'
import { subjectOptions } from './subject-options.ts'

const usage = 'gongkai files add FILE --agency CODE'

/** `gongkai files add`: keeps a scan or a document for an agency and tells its digest, by which acts name it. */
export const filesAdd: Command = async (args, context) => {
  const { code, subject: file, format } = subjectOptions(args, 'FILE', usage)
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
