import { sql } from 'kysely'
import { Refusal } from '../../refusals/refusal.ts'
import { appendAudit } from '../audit.ts'
import type { Trx } from '../storage.ts'
import { contextOf } from '../transaction-context.ts'

/** A file of an agency, as lists and answers tell it. */
export type StoredFile = {
  readonly digest: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

/** Keeps a file for an agency; the same bytes again are the same file. Its type was told by its content before. */
export async function storeFile(
  trx: Trx,
  agencyId: number,
  file: { readonly name: string; readonly mediaType: string; readonly content: Uint8Array },
): Promise<StoredFile> {
  const { files, who } = contextOf(trx)
  // While these bytes are written and named, nobody takes equal ones away as no longer needed.
  await sql`select pg_advisory_xact_lock_shared(hashtext('gongkai files'))`.execute(trx)
  // First the bytes: a row without them would be worse than bytes without a row.
  const digest = await files.write(file.content)
  const stored = { digest, name: file.name, mediaType: file.mediaType, bytes: file.content.length }
  const { rows } = await sql`insert into stored_file
      (agency_id, digest, digest_algorithm, name, media_type, bytes, stored_by)
    values (${agencyId}, ${digest}, 'SHA-256', ${stored.name}, ${stored.mediaType}, ${stored.bytes}, ${who.actor})
    on conflict do nothing returning 1`.execute(trx)
  // A file's name may say who applies, so the chain keeps none.
  const after = { mediaType: stored.mediaType, bytes: stored.bytes }
  if (rows.length > 0) await appendAudit(trx, { agencyId, action: 'file.stored', subject: digest, after })
  return stored
}

/** A file and its bytes. Refuses one that the agency does not have. */
export async function readFileOf(
  trx: Trx,
  agencyId: number,
  digest: string,
): Promise<StoredFile & { readonly content: Buffer }> {
  const { rows } = await sql<StoredFile>`select digest, name, media_type as "mediaType", bytes::integer as bytes
    from stored_file where agency_id = ${agencyId} and digest = ${digest}`.execute(trx)
  const [found] = rows
  if (!found) throw new Refusal('stored-file-unknown', { digest })
  return { ...found, content: await contextOf(trx).files.read(digest) }
}

/** The names of files by their digests; one that the agency does not have is left out. */
export async function fileNames(
  trx: Trx,
  agencyId: number,
  digests: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (digests.length === 0) return new Map()
  const { rows } = await sql<{ digest: string; name: string }>`select digest, name from stored_file
    where agency_id = ${agencyId} and digest = any (${digests}::text[])`.execute(trx)
  return new Map(rows.map(({ digest, name }) => [digest, name]))
}

/** Refuses an act that names a file which the agency does not have. */
export async function requireFiles(trx: Trx, agencyId: number, digests: readonly string[]): Promise<void> {
  if (digests.length === 0) return
  const { rows } = await sql<{ digest: string }>`select digest from stored_file
    where agency_id = ${agencyId} and digest = any (${digests}::text[])`.execute(trx)
  const known = new Set(rows.map(({ digest }) => digest))
  const unknown = digests.find((digest) => !known.has(digest))
  if (unknown !== undefined) throw new Refusal('stored-file-unknown', { digest: unknown })
}
