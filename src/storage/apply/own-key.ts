import { createSecretKey, randomBytes } from 'node:crypto'
import { cipherOf, currentCipher } from '../secrets/crypto.ts'
import { wrapKeys } from '../secrets/key-wrap.ts'
import type { Trx } from '../storage.ts'
import { contextOf } from '../transaction-context.ts'

/** The columns of what is sealed under a key of its own. */
export type SealedColumns = {
  readonly algorithm: string
  readonly keyId: string
  readonly wrapped: Buffer
  readonly sealed: Buffer
}

/** Seals as applicants are sealed: under a fresh key, which the installation's key wraps. `place` is bound to the bytes. */
export function sealUnderOwnKey(trx: Trx, plain: Uint8Array, place: string): SealedColumns {
  const { key } = contextOf(trx)
  const own = randomBytes(32)
  const sealed = cipherOf(currentCipher).seal(createSecretKey(own), Buffer.from(plain), place)
  const wrapped = Buffer.concat(wrapKeys(key.keyWrap, own))
  own.fill(0)
  return { algorithm: currentCipher, keyId: key.id, wrapped, sealed }
}

/** Opens what `sealUnderOwnKey` sealed. Throws for another installation's. */
export function openUnderOwnKey(trx: Trx, row: SealedColumns, place: string): Buffer {
  const { key } = contextOf(trx)
  if (row.keyId !== key.id) throw new Error(`sealed under key ${row.keyId}, not ${key.id}`)
  const cipher = cipherOf(row.algorithm)
  return cipher.open(createSecretKey(cipher.unwrap(key, row.wrapped, place)), row.sealed, place)
}
