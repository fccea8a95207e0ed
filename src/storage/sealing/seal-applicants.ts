import { createSecretKey, randomFillSync } from 'node:crypto'
import type { ApplicantDetails, ApplicantIdentity } from '../../requests/applicant-identity.ts'
import { binaryArray } from '../binary-array.ts'
import { cipherOf, currentCipher, lookupDigest } from '../secrets/crypto.ts'
import type { InstallationKey } from '../secrets/installation-key.ts'
import { wrapKeys } from '../secrets/key-wrap.ts'
import { uuidBytes } from '../time-ordered-uuid.ts'

/** The keys that sealing needs. */
export type SealingKeys = Pick<InstallationKey, 'keyWrap' | 'lookup'>

/** Persons on their way into the table: each name, and what else is known, stands under the reference at the same place. */
export type UnsealedApplicants = {
  readonly agencyId: number
  readonly references: readonly string[]
  readonly names: readonly string[]
  /** Null where nothing but names is known, as in a ledger. */
  readonly details: readonly ApplicantDetails[] | null
}

/** The columns of the rows to insert, in the order of the names, as arrays in PostgreSQL's binary form. */
export type SealedApplicants = {
  readonly references: Uint8Array
  readonly wrapped: Uint8Array
  readonly sealed: Uint8Array
  readonly lookups: Uint8Array
  /** Digests of the documents' numbers; empty without one. */
  readonly documentLookups: Uint8Array
}

/** Bytes of a key. */
const KEY = 32

/** `sealEach` as arrays to be sent. */
export function sealApplicants(keys: SealingKeys, applicants: UnsealedApplicants): SealedApplicants {
  const { wrapped, sealed, lookups, documentLookups } = sealEach(keys, applicants)
  return {
    references: binaryArray('uuid', uuidBytes(applicants.references)),
    wrapped: binaryArray('bytea', wrapped),
    sealed: binaryArray('bytea', sealed),
    lookups: binaryArray('bytea', lookups),
    documentLookups: binaryArray('bytea', documentLookups),
  }
}

/** Seals each name under a key of its own, which is wrapped by the installation's. */
export function sealEach(keys: SealingKeys, { agencyId, references, names, details }: UnsealedApplicants) {
  const cipher = cipherOf(currentCipher)
  const ownKeys = randomFillSync(Buffer.allocUnsafeSlow(references.length * KEY))
  const sealed: Buffer[] = []
  const lookups: Buffer[] = []
  const documentLookups: Buffer[] = []
  references.forEach((reference, at) => {
    const name = names[at]
    if (name === undefined) throw new Error('an applicant to seal has no name')
    const own = createSecretKey(ownKeys.subarray(at * KEY, at * KEY + KEY))
    const identity: ApplicantIdentity = { name, ...details?.[at] }
    sealed.push(cipher.seal(own, Buffer.from(JSON.stringify(identity)), placeOf(agencyId, reference, 'identity')))
    lookups.push(lookupDigest(keys.lookup, normaliseName(name)))
    documentLookups.push(documentLookup(keys, identity))
  })
  const wrapped = wrapKeys(keys.keyWrap, ownKeys)
  ownKeys.fill(0)
  return { wrapped, sealed, lookups, documentLookups }
}

const none = Buffer.alloc(0)

/** The keyed digest by which an equal document is found; empty without one. */
export function documentLookup(keys: Pick<SealingKeys, 'lookup'>, { document }: ApplicantIdentity): Buffer {
  return document ? lookupDigest(keys.lookup, `document ${normaliseName(document.number)}`) : none
}

/** Width, case and spaces do not make another name. */
export function normaliseName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
}

/** What sealed bytes are bound to: they do not open in another row or column. */
export function placeOf(agencyId: number, reference: string, what: 'key' | 'identity'): string {
  return `applicant ${agencyId} ${reference} ${what}`
}
