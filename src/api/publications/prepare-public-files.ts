import { inspectAttachment, publicKindOf } from '../../documents/attachment/inspect-attachment.ts'
import { textOfAttachment } from '../../documents/attachment/text-of-attachment.ts'
import { limits } from '../../documents/limits.ts'
import { makePublicCopy } from '../../documents/read-in-worker.ts'
import { filesInBody, type ItemBody } from '../../publications/item-body.ts'
import { findPersonalInformation } from '../../publications/personal-information.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { readFileOf } from '../../storage/files/stored-files.ts'
import { keepPreparedFile, type PreparedFile, unpreparedFiles } from '../../storage/publications/publication-files.ts'
import type { Acting, Storage } from '../../storage/storage.ts'

type Content = {
  readonly attachments: readonly { readonly file: string; readonly name: string }[]
  // As the schema gives it, which has the same blocks.
  readonly body: unknown
}

/**
 * Makes the stored files of an item ready for the public before it is proposed or revised: copies without properties, words
 * for search, warnings for reviewers. Outside any transaction, for a file may take long; what is ready is not made again.
 * Throws Refusal for a file that the agency does not have, and for one that cannot be public.
 */
export async function preparePublicFiles(
  storage: Storage,
  who: Acting & { readonly agencyId: number },
  { attachments, body }: Content,
): Promise<void> {
  const figures = body === null ? [] : filesInBody(body as ItemBody)
  const files = [...attachments.map(({ file }) => file), ...figures]
  if (files.length === 0) return
  const missing = await storage.transact(who, (trx) => unpreparedFiles(trx, who.agencyId, files))
  for (const file of missing) {
    const { content, name } = await storage.transact(who, (trx) => readFileOf(trx, who.agencyId, file))
    const prepared = await prepare(file, content, name)
    await storage.transact(who, (trx) => keepPreparedFile(trx, who.agencyId, prepared))
  }
}

async function prepare(original: string, bytes: Uint8Array, name: string): Promise<PreparedFile> {
  const { kind: found, mediaType } = inspectAttachment(bytes, name)
  const kind = publicKindOf({ kind: found, mediaType }, bytes, name)
  if (kind === null) throw new Refusal('attachment-not-public-kind', { name })
  const copy = await makePublicCopy(kind, bytes, name)
  // Of the copy: what was taken away is not found either.
  const text = await textOfAttachment(found, copy.bytes, name)
  const unread = text === null && (kind === 'pdf' || kind === 'docx' || kind === 'xlsx')
  return {
    ...{ original, kind, content: copy.bytes },
    mediaType: kind === 'csv' ? 'text/csv; charset=utf-8' : mediaType,
    words: (text ?? '').slice(0, limits.publicFileWords).replaceAll('\u0000', ' ').toWellFormed(),
    warnings: [...copy.warnings, ...(unread ? [{ what: 'wordsNotRead' } as const] : [])],
    personal: findPersonalInformation([{ place: '', text: text ?? '' }]).map(({ place: _, ...rest }) => rest),
  }
}
