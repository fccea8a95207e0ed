import { binaryArray } from '../binary-array.ts'
import { cipherOf, currentCipher, lookupDigest } from '../secrets/crypto.ts'
import type { InstallationKey } from '../secrets/installation-key.ts'
import { uuidBytes } from '../time-ordered-uuid.ts'

/** What is sealed. Optional fields may join it later; readers of old rows then miss them. */
export type ApplicantIdentity = { readonly name: string }

/** The keys that sealing needs. */
export type SealingKeys = Pick<InstallationKey, 'wrapping' | 'lookup'>

/** Persons on their way into the table: each name stands under the reference at the same place. */
export type UnsealedApplicants = {
  readonly agencyId: number
  readonly references: readonly string[]
  readonly names: readonly string[]
}

/** The columns of the rows to insert, in the order of the names, as arrays in PostgreSQL's binary form. */
export type SealedApplicants = {
  readonly references: Uint8Array
  readonly wrapped: Uint8Array
  readonly sealed: Uint8Array
  readonly lookups: Uint8Array
}

/** Seals each name under a key of its own, which is wrapped by the installation's. */
export function sealApplicants(
  keys: SealingKeys,
  { agencyId, references, names }: UnsealedApplicants,
): SealedApplicants {
  const cipher = cipherOf(currentCipher)
  const wrapped: Buffer[] = []
  const sealed: Buffer[] = []
  const lookups: Buffer[] = []
  references.forEach((reference, at) => {
    const name = names[at]
    if (name === undefined) throw new Error('an applicant to seal has no name')
    const own = cipher.makeKey()
    const identity: ApplicantIdentity = { name }
    wrapped.push(cipher.seal(keys.wrapping, own.bytes, placeOf(agencyId, reference, 'key')))
    sealed.push(cipher.seal(own.key, Buffer.from(JSON.stringify(identity)), placeOf(agencyId, reference, 'identity')))
    lookups.push(lookupDigest(keys.lookup, normaliseName(name)))
    own.bytes.fill(0)
  })
  return {
    references: binaryArray('uuid', uuidBytes(references)),
    wrapped: binaryArray('bytea', wrapped),
    sealed: binaryArray('bytea', sealed),
    lookups: binaryArray('bytea', lookups),
  }
}

/** Width, case and spaces do not make another name. */
export function normaliseName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
}

/** What sealed bytes are bound to: they do not open in another row or column. */
export function placeOf(agencyId: number, reference: string, what: 'key' | 'identity'): string {
  return `applicant ${agencyId} ${reference} ${what}`
}
