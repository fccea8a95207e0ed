import { sql } from 'kysely'
import type { FileWarning } from '../../publications/file-warning.ts'
import { filesInBody, type ItemBody } from '../../publications/item-body.ts'
import type { PersonalInformation } from '../../publications/personal-information.ts'
import { isPicture, type PublicFileKind, publicExtension } from '../../publications/public-file-kind.ts'
import { publicFileName } from '../../publications/public-file-name.ts'
import type { ItemAttachment } from '../../publications/publication-event.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { requireFiles, storeFile } from '../files/stored-files.ts'
import type { Trx } from '../storage.ts'

/** A file made ready for the public: its copy without properties, its words, and what reviewers should know. */
export type PreparedFile = {
  readonly original: string
  readonly kind: PublicFileKind
  readonly mediaType: string
  readonly content: Uint8Array
  readonly words: string
  readonly warnings: readonly FileWarning[]
  readonly personal: readonly Omit<PersonalInformation, 'place'>[]
}

/** Words of all files of an item that are kept for search, in characters. */
const mostWords = 1_000_000

/** Of these files of an agency, those that are not made ready yet. */
export async function unpreparedFiles(
  trx: Trx,
  agencyId: number,
  files: readonly string[],
): Promise<readonly string[]> {
  const ready = new Set((await preparedRows(trx, agencyId, files)).flatMap(({ original, shown }) => [original, shown]))
  return [...new Set(files)].filter((file) => !ready.has(file))
}

/** Keeps the copy of a file that the public gets, under its own digest, beside the original. */
export async function keepPreparedFile(trx: Trx, agencyId: number, file: PreparedFile): Promise<void> {
  const { original, kind, mediaType, content, words, warnings, personal } = file
  const name = `公开副本.${publicExtension(kind)}`
  const { digest: shown } = await storeFile(trx, agencyId, { name, mediaType, content })
  await sql`insert into publication_file (agency_id, original, shown, kind, words, warnings, personal)
    values (${agencyId}, ${original}, ${shown}, ${kind}, ${words}, ${JSON.stringify(warnings)}::jsonb,
      ${JSON.stringify(personal)}::jsonb) on conflict do nothing`.execute(trx)
}

type Given = { readonly body: ItemBody | null; readonly attachments: readonly ItemAttachment[] }

/** The content as the public gets it: files and pictures by their copies, names that are safe. Refuses a file that was not made ready. */
export async function publicContent(trx: Trx, agencyId: number, { body, attachments }: Given): Promise<Given> {
  const figures = body === null ? [] : filesInBody(body)
  const named = [...attachments.map(({ file }) => file), ...figures]
  if (named.length === 0) return { body, attachments }
  await requireFiles(trx, agencyId, named)
  const rows = await preparedRows(trx, agencyId, named)
  const known = new Map([
    ...rows.map((row) => [row.shown, row] as const),
    ...rows.map((row) => [row.original, row] as const),
  ])
  const prepared = (file: string) => {
    const found = known.get(file)
    if (!found) throw new Refusal('attachment-unprepared', { digest: file })
    return found
  }
  return {
    attachments: attachments.map(({ file, name }) => {
      const { original, shown, kind } = prepared(file)
      return { file: shown, name: publicFileName(name, publicExtension(kind)), original }
    }),
    body:
      body === null
        ? null
        : body.map((block) => {
            if (block.type !== 'figure') return block
            const { shown, kind } = prepared(block.file)
            if (!isPicture(kind)) throw new Refusal('figure-no-picture', { name: block.alt })
            return { ...block, file: shown }
          }),
  }
}

/** The words in files of an item, for search. */
export async function wordsOfFiles(
  trx: Trx,
  agencyId: number,
  attachments: readonly ItemAttachment[],
): Promise<string> {
  if (attachments.length === 0) return ''
  const { rows } = await sql<{
    shown: string
    words: string
  }>`select distinct on (shown) shown, words from publication_file
    where agency_id = ${agencyId} and shown = any (${attachments.map(({ file }) => file)}::text[])`.execute(trx)
  const words = new Map(rows.map((row) => [row.shown, row.words]))
  return attachments
    .map(({ file }) => words.get(file) ?? '')
    .join('\n')
    .slice(0, mostWords)
    .toWellFormed()
}

/** What reviewers should know of files, by the digest that the public gets. */
export async function fileWarnings(
  trx: Trx,
  agencyId: number,
  attachments: readonly ItemAttachment[],
): Promise<ReadonlyMap<string, readonly FileWarning[]>> {
  const rows = await preparedRows(
    trx,
    agencyId,
    attachments.map(({ file }) => file),
  )
  return new Map(rows.map(({ shown, warnings }) => [shown, warnings]))
}

type Row = {
  readonly original: string
  readonly shown: string
  readonly kind: PublicFileKind
  readonly warnings: readonly FileWarning[]
}

async function preparedRows(trx: Trx, agencyId: number, files: readonly string[]): Promise<readonly Row[]> {
  if (files.length === 0) return []
  const { rows } = await sql<Row>`select original, shown, kind, warnings from publication_file
    where agency_id = ${agencyId} and (original = any (${files}::text[]) or shown = any (${files}::text[]))`.execute(
    trx,
  )
  return rows
}
