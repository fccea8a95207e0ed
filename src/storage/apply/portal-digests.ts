import { randomBytes } from 'node:crypto'
import { lookupDigest } from '../secrets/crypto.ts'
import type { Trx } from '../storage.ts'
import { contextOf } from '../transaction-context.ts'

/** What a digest is of; equal texts of two kinds have nothing in common. */
export type DigestKind = 'draft' | 'submission' | 'query code' | 'visit' | 'use' | 'spent'

/** A keyed digest by which the portal finds again what it handed out, and counts whom it does not want to know. */
export function portalDigest(trx: Trx, kind: DigestKind, text: string): Buffer {
  return lookupDigest(contextOf(trx).key.portal, `${kind}\n${text}`)
}

/** Signs challenges, so that every process of this installation knows them as its own. */
export function challengeSecret(trx: Trx): string {
  return lookupDigest(contextOf(trx).key.portal, 'challenge').toString('hex')
}

/** What nobody guesses: 256 random bits, fit for a cookie and a form. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Whether a text is one that `newSecret` makes. */
export function isSecret(text: string | undefined): text is string {
  return text !== undefined && /^[\w-]{43}$/.test(text)
}
