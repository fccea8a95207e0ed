import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Storage, Trx } from '../storage.ts'
import { openUnderOwnKey, type SealedColumns, sealUnderOwnKey } from './own-key.ts'
import { portalDigest } from './portal-digests.ts'

/** What somebody is filling in; its shape is for the form to know. */
export type StoredDraft = Readonly<Record<string, unknown>>

const columns = sql`algorithm, key_id as "keyId", wrapped_key as wrapped, sealed`
const placeOf = (agencyId: number, key: Buffer, file = '') => `draft ${agencyId} ${key.toString('hex')} ${file}`

/**
 * The draft under a secret; null where there is none, or its time is over. `for: 'change'` locks it until the end of the
 * transaction, so that two answers to one form come one after the other.
 */
export async function readDraft(
  trx: Trx,
  agencyId: number,
  secret: string,
  purpose: { readonly for: 'reading' | 'change' },
): Promise<StoredDraft | null> {
  const draft = portalDigest(trx, 'draft', secret)
  const { rows } = await sql<SealedColumns>`select ${columns} from request_draft
    where agency_id = ${agencyId} and draft = ${draft} and expires_at > now()
    ${purpose.for === 'change' ? sql`for update` : sql``}`.execute(trx)
  const [row] = rows
  return row ? JSON.parse(openUnderOwnKey(trx, row, placeOf(agencyId, draft)).toString('utf8')) : null
}

/** Keeps a draft under a secret, sealed, in the place of what stood there. Its time does not begin anew. */
export async function writeDraft(trx: Trx, agencyId: number, secret: string, content: StoredDraft): Promise<void> {
  const draft = portalDigest(trx, 'draft', secret)
  const own = sealUnderOwnKey(trx, Buffer.from(JSON.stringify(content)), placeOf(agencyId, draft))
  await sql`insert into request_draft (agency_id, draft, algorithm, key_id, wrapped_key, sealed)
    values (${agencyId}, ${draft}, ${own.algorithm}, ${own.keyId}, ${own.wrapped}, ${own.sealed})
    on conflict (agency_id, draft) do update set algorithm = excluded.algorithm, key_id = excluded.key_id,
      wrapped_key = excluded.wrapped_key, sealed = excluded.sealed`.execute(trx)
}

/** Erases a draft with its files. */
export async function eraseDraft(trx: Trx, agencyId: number, secret: string): Promise<void> {
  const draft = portalDigest(trx, 'draft', secret)
  await sql`delete from request_draft where agency_id = ${agencyId} and draft = ${draft}`.execute(trx)
}

/** Keeps a file with a draft, sealed, and gives the name by which the draft finds it. */
export async function addDraftFile(trx: Trx, agencyId: number, secret: string, bytes: Uint8Array): Promise<string> {
  const draft = portalDigest(trx, 'draft', secret)
  const file = randomUUID()
  const own = sealUnderOwnKey(trx, bytes, placeOf(agencyId, draft, file))
  await sql`insert into request_draft_file (agency_id, draft, file, algorithm, key_id, wrapped_key, sealed)
    values (${agencyId}, ${draft}, ${file}::uuid, ${own.algorithm}, ${own.keyId}, ${own.wrapped}, ${own.sealed})`.execute(
    trx,
  )
  return file
}

export async function readDraftFile(trx: Trx, agencyId: number, secret: string, file: string): Promise<Buffer> {
  const draft = portalDigest(trx, 'draft', secret)
  const { rows } = await sql<SealedColumns>`select ${columns} from request_draft_file
    where agency_id = ${agencyId} and draft = ${draft} and file = ${file}::uuid`.execute(trx)
  const [row] = rows
  if (!row) throw new Error('a draft names a file that it does not have')
  return openUnderOwnKey(trx, row, placeOf(agencyId, draft, file))
}

export async function removeDraftFile(trx: Trx, agencyId: number, secret: string, file: string): Promise<void> {
  const draft = portalDigest(trx, 'draft', secret)
  await sql`delete from request_draft_file
    where agency_id = ${agencyId} and draft = ${draft} and file = ${file}::uuid`.execute(trx)
}

/** Erases every draft whose time is over, of all agencies, and what else the portal need not remember; tells how many drafts. */
export async function eraseExpiredDrafts(storage: Storage): Promise<number> {
  return await storage.transact({ agencies: [], actor: 'system:portal' }, async (trx) => {
    const { rows } = await sql<{ gone: number }>`select erase_expired_drafts() as gone`.execute(trx)
    return rows[0]?.gone ?? 0
  })
}
