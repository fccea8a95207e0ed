import { createSecretKey } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { ApplicantIdentity } from '../requests/applicant-identity.ts'
import { appendAudit } from './audit.ts'
import { normaliseName, placeOf, sealEach } from './sealing/seal-applicants.ts'
import { cipherOf, currentCipher, currentLookup, lookupDigest } from './secrets/crypto.ts'
import type { InstallationKey } from './secrets/installation-key.ts'
import type { Trx } from './storage.ts'
import { timeOrderedUuid } from './time-ordered-uuid.ts'
import { contextOf } from './transaction-context.ts'

/** What events, listing rows and audit entries carry in place of a person. */
export type ApplicantReference = string

/** A person on the way into the table, under a reference that is given out before. */
export type NewApplicant = { readonly reference: ApplicantReference; readonly identity: ApplicantIdentity }

export type { ApplicantIdentity } from '../requests/applicant-identity.ts'

/** A reference for a person still to be stored; see `storeApplicantsAs`. */
export function newApplicantReference(): ApplicantReference {
  return timeOrderedUuid()
}

/**
 * Seals each name under a key of its own and gives a reference for each, in the same order. Two equal names are two
 * applicants: that they are one person is for a clerk to say. `agencyId` must be one of the transaction's.
 */
export async function storeApplicants(
  trx: Trx,
  agencyId: number,
  names: readonly string[],
): Promise<ApplicantReference[]> {
  const applicants = names.map((name) => ({ reference: newApplicantReference(), identity: { name } }))
  await storeApplicantsAs(trx, agencyId, applicants)
  return applicants.map(({ reference }) => reference)
}

/** `storeApplicants` under references that are known already, because what refers to them was written first. */
export async function storeApplicantsAs(
  trx: Trx,
  agencyId: number,
  applicants: readonly NewApplicant[],
): Promise<void> {
  if (applicants.length === 0) return
  await (await applicantInsert(trx, agencyId, applicants)).execute(trx)
}

/** The statement that stores applicants, sealed, for whoever puts it into one of their own. */
export async function applicantInsert(
  trx: Trx,
  agencyId: number,
  applicants: readonly NewApplicant[],
): Promise<RawBuilder<unknown>> {
  const { key, sealer } = contextOf(trx)
  const identities = applicants.map(({ identity }) => identity)
  const nameOnly = identities.every((identity) => Object.keys(identity).length === 1)
  const { references, wrapped, sealed, lookups, documentLookups } = await sealer.seal({
    agencyId,
    references: applicants.map(({ reference }) => reference),
    names: identities.map(({ name }) => name),
    details: nameOnly ? null : identities,
  })
  return sql`insert into applicant
      (agency_id, reference, algorithm, key_id, wrapped_key, sealed, lookup_algorithm, name_lookup, document_lookup)
    select ${agencyId}::integer, reference, ${currentCipher}, ${key.id}, wrapped, sealed, ${currentLookup}, lookup, document
    from (select unnest(${references}::uuid[]) as reference, unnest(${wrapped}::bytea[]) as wrapped,
      unnest(${sealed}::bytea[]) as sealed, unnest(${lookups}::bytea[]) as lookup,
      unnest(${documentLookups}::bytea[]) as document) as given`
}

/** Applicants as rows of the table, sealed here and now, for a statement that takes them as JSON. They must be few. */
export function sealedRows(
  key: InstallationKey,
  agencyId: number,
  applicants: readonly NewApplicant[],
): readonly Readonly<Record<string, string>>[] {
  const { wrapped, sealed, lookups, documentLookups } = sealEach(key, {
    agencyId,
    references: applicants.map(({ reference }) => reference),
    names: applicants.map(({ identity }) => identity.name),
    details: applicants.map(({ identity }) => identity),
  })
  const bytea = (bytes: Buffer | undefined) => `\\x${(bytes ?? none).toString('hex')}`
  return applicants.map(({ reference }, at) => ({
    reference,
    algorithm: currentCipher,
    key_id: key.id,
    wrapped_key: bytea(wrapped[at]),
    sealed: bytea(sealed[at]),
    lookup_algorithm: currentLookup,
    name_lookup: bytea(lookups[at]),
    document_lookup: bytea(documentLookups[at]),
  }))
}

/** The identity behind a reference, and an audit entry that it was read. Null when there is none or it was erased. */
export async function readApplicant(
  trx: Trx,
  agencyId: number,
  reference: ApplicantReference,
): Promise<ApplicantIdentity | null> {
  const { key } = contextOf(trx)
  const row = await trx
    .selectFrom('applicant')
    .select(['algorithm', 'key_id', 'wrapped_key', 'sealed'])
    .where('agency_id', '=', agencyId)
    .where('reference', '=', reference)
    .executeTakeFirst()
  if (!row?.wrapped_key) return null
  if (row.key_id !== key.id) throw new Error(`applicant ${reference} is sealed under key ${row.key_id}, not ${key.id}`)
  const cipher = cipherOf(row.algorithm)
  const own = createSecretKey(cipher.unwrap(key, row.wrapped_key, placeOf(agencyId, reference, 'key')))
  const plain = cipher.open(own, row.sealed, placeOf(agencyId, reference, 'identity'))
  await appendAudit(trx, { agencyId, action: 'applicant.read', subject: reference })
  return JSON.parse(plain.toString('utf8')) as ApplicantIdentity
}

/** References of the applicants of an agency whose name is equal after normalising. Reads no identity. */
export async function findApplicantsByName(trx: Trx, agencyId: number, name: string): Promise<ApplicantReference[]> {
  const rows = await trx
    .selectFrom('applicant')
    .select('reference')
    .where('agency_id', '=', agencyId)
    .where('name_lookup', '=', lookupDigest(contextOf(trx).key.lookup, normaliseName(name)))
    .execute()
  return rows.map((row) => row.reference)
}

const none = Buffer.alloc(0)

/** Erases the person: the key goes, so nothing can open what is left, and every reference to it stays valid. */
export async function eraseApplicant(trx: Trx, agencyId: number, reference: ApplicantReference): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('applicant')
    .set({ wrapped_key: null, sealed: none, name_lookup: none, document_lookup: none })
    .where('agency_id', '=', agencyId)
    .where('reference', '=', reference)
    .where('wrapped_key', 'is not', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await appendAudit(trx, { agencyId, action: 'applicant.erased', subject: reference })
}
