import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto'

/** In bytes: a key, and a wrapped one. */
const KEY = 32
const WRAPPED = 40
/** The word that tells at unwrapping that key and bytes are whole (RFC 3394, 2.2.3.1), and its two halves as numbers. */
const initial = Buffer.alloc(8, 0xa6)
const INITIAL = 0xa6a6a6a6

/**
 * AES key wrap (RFC 3394, NIST SP 800-38F) of many keys of 256 bits, which lie one behind the other in `keys`. Each comes out as
 * OpenSSL's `id-aes256-wrap` would make it, but the rounds go over all of them together: one cipher serves them all, where
 * Node would make one for each.
 */
export function wrapKeys(wrapping: KeyObject, keys: Buffer): Buffer[] {
  const count = keys.length / KEY
  if (!Number.isInteger(count)) throw new RangeError('keys to wrap have 256 bits each')
  const cipher = createCipheriv('aes-256-ecb', wrapping, null).setAutoPadding(false)
  // The quarters of each key (R[1] to R[4] of the RFC); a block has A in its first half and a quarter in its second.
  const quarters = new Uint32Array(count * 8)
  Buffer.from(quarters.buffer).set(keys)
  let blocks = new Uint32Array(count * 4).fill(INITIAL)
  for (let step = 1; step <= 24; step++) {
    const quarter = ((step - 1) % 4) * 2
    for (let at = 0; at < count; at++) {
      blocks[at * 4 + 2] = quarters[at * 8 + quarter] as number
      blocks[at * 4 + 3] = quarters[at * 8 + quarter + 1] as number
    }
    const encrypted = wordsOf(cipher.update(blocks))
    blocks.fill(0)
    blocks = encrypted
    for (let at = 0; at < count; at++) {
      quarters[at * 8 + quarter] = blocks[at * 4 + 2] as number
      quarters[at * 8 + quarter + 1] = blocks[at * 4 + 3] as number
    }
    const bytes = Buffer.from(blocks.buffer)
    for (let low = 7; low < bytes.length; low += 16) bytes[low] = (bytes[low] as number) ^ step
  }
  const first = Buffer.from(blocks.buffer)
  const rest = Buffer.from(quarters.buffer)
  return Array.from({ length: count }, (_, at) =>
    Buffer.concat([first.subarray(at * 16, at * 16 + 8), rest.subarray(at * KEY, at * KEY + KEY)]),
  )
}

/** The key that was wrapped. Throws when the bytes are not whole, or were wrapped under another key. */
export function unwrapKey(wrapping: KeyObject, wrapped: Buffer): Buffer {
  if (wrapped.length !== WRAPPED) throw new RangeError(`a wrapped key has ${WRAPPED} bytes, not ${wrapped.length}`)
  const decipher = createDecipheriv('id-aes256-wrap', wrapping, initial)
  return Buffer.concat([decipher.update(wrapped), decipher.final()])
}

/** As words, in memory of their own. */
function wordsOf(bytes: Buffer): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(bytes.length / 4)
  Buffer.from(words.buffer).set(bytes)
  return words
}
