import { createCipheriv, createDecipheriv, createHmac, type KeyObject } from 'node:crypto'
import { freshRandom } from './fresh-random.ts'
import type { InstallationKey } from './installation-key.ts'
import { unwrapKey } from './key-wrap.ts'

/**
 * Seals and opens under a secret key. `context` is bound to the sealed bytes: they do not open in another place. Keys are key
 * objects: Node takes four times as long to seal under a key given as bytes.
 */
export type Cipher = {
  /** The key of one applicant, out of its wrapping. Throws when that is not whole, or another installation's. */
  readonly unwrap: (keys: WrappingKeys, wrapped: Buffer, context: string) => Buffer
  readonly seal: (key: KeyObject, plain: Buffer, context: string) => Buffer
  /** Throws when the bytes, the key or the context are not those of `seal`. */
  readonly open: (key: KeyObject, sealed: Buffer, context: string) => Buffer
}

type WrappingKeys = Pick<InstallationKey, 'wrapping' | 'keyWrap'>

const nonceBytes = 12
const tagBytes = 16

/** Sealed bytes are nonce, tag, ciphertext. */
const aes256Gcm: Pick<Cipher, 'seal' | 'open'> = {
  seal(key, plain, context) {
    const nonce = freshRandom(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(context))
    const body = cipher.update(plain)
    const rest = cipher.final()
    return Buffer.concat([nonce, cipher.getAuthTag(), body, rest])
  },
  open(key, sealed, context) {
    const nonce = sealed.subarray(0, nonceBytes)
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(
      Buffer.from(context),
    )
    decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()])
  },
}

/** Every cipher a row may name in its `algorithm` column; another standard is one entry more. */
const ciphers = {
  /** Rows from before the key wrap: their keys are sealed as the identities are. */
  'AES-256-GCM': {
    ...aes256Gcm,
    unwrap: ({ wrapping }, wrapped, context) => aes256Gcm.open(wrapping, wrapped, context),
  },
  /** What binds a row's wrapped key to the row is its identity, which opens under this key and in this place only. */
  'AES-256-KW+GCM': { ...aes256Gcm, unwrap: ({ keyWrap }, wrapped) => unwrapKey(keyWrap, wrapped) },
} as const satisfies Readonly<Record<string, Cipher>>
export type CipherName = keyof typeof ciphers

/** The cipher new rows are sealed with. */
export const currentCipher: CipherName = 'AES-256-KW+GCM'

/** The cipher a stored row names; throws for one this program does not know. */
export function cipherOf(algorithm: string): Cipher {
  const cipher = Object.hasOwn(ciphers, algorithm) ? ciphers[algorithm as CipherName] : undefined
  if (!cipher) throw new Error(`no cipher ${algorithm}`)
  return cipher
}

/** How equality look-ups are keyed in new rows. */
export const currentLookup = 'HMAC-SHA-256'

/** The keyed digest by which equal texts are found without being readable. */
export function lookupDigest(key: KeyObject, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
