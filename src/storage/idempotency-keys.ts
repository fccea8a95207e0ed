import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { escapeLiteral } from 'pg'
import { Refusal } from '../refusals/refusal.ts'
import type { Trx } from './storage.ts'
import { contextOf } from './transaction-context.ts'

/** A post that may come twice: whose it is, under which key, and what it asks. */
export type KeyedPost = {
  readonly agencyId: number
  readonly token: string
  readonly key: string
  readonly asked: string
}

/** What was answered; `answer` is the body as it was sent. */
export type KeptAnswer = { readonly status: number; readonly answer: string }

/** How long an answer is kept. A program that comes back later begins anew. */
const keptFor = '3 days'

/** The answer that this post was given before, or null. Refuses a key that was used to ask something else. */
export async function answerGiven(trx: Trx, post: KeyedPost): Promise<KeptAnswer | null> {
  const { rows } = await sql<KeptAnswer & { same: boolean }>`select status, answer, asked = ${digestOf(post)} as same
    from idempotency_key where agency_id = ${post.agencyId} and token = ${post.token} and key = ${post.key}`.execute(
    trx,
  )
  const [found] = rows
  if (!found) return null
  if (!found.same) throw new Refusal('key-used', { key: post.key })
  return { status: found.status, answer: found.answer }
}

/**
 * Keeps the answer: stored with the commit of the change. Where the same key was used before the commit fails, and
 * nothing of the transaction holds.
 */
export function keepAnswer(trx: Trx, post: KeyedPost, given: KeptAnswer): void {
  contextOf(trx).last.push(keepAnswerText(post, given))
}

/** The statement that keeps the answer. */
export function keepAnswerText(post: KeyedPost, { status, answer }: KeptAnswer): string {
  const values = [escapeLiteral(post.token), escapeLiteral(post.key), `'\\x${digestOf(post).toString('hex')}'`, status]
  return `insert into idempotency_key (agency_id, token, key, asked, status, answer)
    values (${post.agencyId}, ${values.join(', ')}, ${escapeLiteral(answer)})`
}

/** Lets go of answers that nobody will ask for again. */
export async function forgetOldAnswers(trx: Trx, agencyId: number): Promise<void> {
  await sql`delete from idempotency_key
    where agency_id = ${agencyId} and created_at < now() - ${keptFor}::interval`.execute(trx)
}

function digestOf({ asked }: KeyedPost): Buffer {
  return createHash('sha256').update(asked).digest()
}
