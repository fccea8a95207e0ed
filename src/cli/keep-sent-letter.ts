import { extname } from 'node:path'
import { inspectAttachment } from '../documents/attachment/inspect-attachment.ts'
import type { Agency } from '../storage/agencies.ts'
import { storeFile } from '../storage/files/stored-files.ts'
import type { Storage, Trx } from '../storage/storage.ts'
import type { CommandContext } from './context.ts'
import { commandActor } from './open-command-storage.ts'
import { refusedInWords } from './requests-act.ts'
import { writeWholeFiles } from './write-whole-files.ts'

/**
 * Stores a letter, records by `act` that it went out and writes it, all or nothing; gives its digest, or null where the act was
 * turned down, which is said.
 */
export async function keepSentLetter(
  storage: Storage,
  agency: Agency,
  { title, file, bytes }: { readonly title: string; readonly file: string; readonly bytes: Uint8Array },
  context: CommandContext,
  act: (trx: Trx, digest: string) => Promise<unknown>,
): Promise<string | null> {
  return await refusedInWords(context, () =>
    storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
      const name = `${title}${extname(file).toLowerCase()}`
      const { mediaType } = inspectAttachment(bytes, name)
      const { digest } = await storeFile(trx, agency.id, { name, mediaType, content: bytes })
      await act(trx, digest)
      // Before the commit: a letter that could not be written has not gone out.
      await writeWholeFiles([{ file, bytes }])
      return digest
    }),
  )
}
