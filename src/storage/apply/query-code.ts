import { randomBytes } from 'node:crypto'
import { lookupDigest } from '../secrets/crypto.ts'
import type { Trx } from '../storage.ts'
import { contextOf } from '../transaction-context.ts'
import { portalDigest } from './portal-digests.ts'

/** Letters and digits that are not taken for one another when they are read out or written down. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/**
 * The query code of a form that was sent: three groups of four signs, 60 bits. It follows from the form's own secret, so that
 * the same form sent twice is answered with the same code, and nothing in the database tells it.
 */
export function queryCodeOf(trx: Trx, submission: string): string {
  return codeFrom(lookupDigest(contextOf(trx).key.portal, `code of\n${submission}`))
}

/** A code for whoever has lost theirs: by chance alone, so that nothing leads from the old one to it. */
export function newQueryCode(): string {
  return codeFrom(randomBytes(12))
}

/** Each sign is one of 32, so that every byte gives one evenly. */
function codeFrom(bytes: Buffer): string {
  const signs = Array.from(bytes.subarray(0, 12), (byte) => alphabet[byte % alphabet.length])
  return [0, 4, 8].map((at) => signs.slice(at, at + 4).join('')).join('-')
}

/** A code as somebody typed it: width, case, blanks and dashes do not matter. */
function normaliseQueryCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
}

/** What is kept of a code: a keyed digest that holds for one request only. */
export function queryCodeDigest(trx: Trx, agencyId: number, number: string, code: string): Buffer {
  return portalDigest(trx, 'query code', `${agencyId}\n${number}\n${normaliseQueryCode(code)}`)
}
