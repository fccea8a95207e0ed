import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { freshRandom } from './fresh-random.ts'

/**
 * Seals and opens under a secret key. `context` is bound to the sealed bytes: they do not open in another place. Keys are key
 * objects: Node takes four times as long to seal under a key given as bytes.
 */
export type Cipher = {
  /** A fresh key, and its bytes for wrapping it. */
  readonly makeKey: () => { readonly key: KeyObject; readonly bytes: Buffer }
  readonly seal: (key: KeyObject, plain: Buffer, context: string) => Buffer
  /** Throws when the bytes, the key or the context are not those of `seal`. */
  readonly open: (key: KeyObject, sealed: Buffer, context: string) => Buffer
}

const nonceBytes = 12
const tagBytes = 16

/** Sealed bytes are nonce, tag, ciphertext. */
const aes256Gcm: Cipher = {
  makeKey() {
    const bytes = freshRandom(32)
    return { key: createSecretKey(bytes), bytes }
  },
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
const ciphers = { 'AES-256-GCM': aes256Gcm } as const
export type CipherName = keyof typeof ciphers

/** The cipher new rows are sealed with. */
export const currentCipher: CipherName = 'AES-256-GCM'

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
