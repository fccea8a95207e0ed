import type { Context, TypedResponse } from 'hono'
import { answerGiven, type KeyedPost, keepAnswer } from '../storage/idempotency-keys.ts'
import type { Storage, Trx } from '../storage/storage.ts'
import { ApiComplaint } from './api-complaint.ts'
import type { ApiEnv } from './api-env.ts'

/** What a post is answered with when it goes well. */
type Answer<S extends 200 | 201, B> = { readonly status: S; readonly body: B }

/**
 * Runs the work of a post in one transaction, and with an Idempotency-Key at most once: the answer is kept in that very
 * transaction, so that a post which is sent again after a crash or a lost connection is answered as the first time.
 */
export async function answerOnce<S extends 200 | 201, B>(
  c: Context<ApiEnv>,
  storage: Storage,
  asked: unknown,
  work: (trx: Trx) => Promise<Answer<S, B>>,
  /** What the audit chain keeps beside the change. */
  reason?: string,
): Promise<Response & TypedResponse<B, S, 'json'>> {
  const caller = c.get('caller')
  const key = readKey(c.req.header('idempotency-key'))
  const post: KeyedPost | null = key === null ? null : keyed(c, key, asked)
  const as = <T>(inside: (trx: Trx) => Promise<T>) =>
    storage.transact({ agencies: [caller.agencyId], actor: `api:${caller.name}`, ...(reason && { reason }) }, inside)
  // A key is most often new: it is looked for only where the work does not go well, which it does not the second time.
  const { status, answer } = await as(async (trx) => {
    const { status, body } = await work(trx)
    const given = { status, answer: JSON.stringify(body) }
    if (post) keepAnswer(trx, post, given)
    return given
  }).catch(async (error: unknown) => {
    const before = post && (await as((trx) => answerGiven(trx, post)))
    if (before) return before
    throw error
  })
  const told = c.body(answer, status as S, { 'content-type': 'application/json; charset=utf-8' })
  // It is JSON already, as it was kept; the type says of what.
  return told as Response as Response & TypedResponse<B, S, 'json'>
}

function keyed(c: Context<ApiEnv>, key: string, asked: unknown): KeyedPost {
  const { agencyId, name } = c.get('caller')
  const path = c.req.path
  return { agencyId, token: name, key, asked: JSON.stringify([path, c.req.header('if-match') ?? null, asked]) }
}

function readKey(header: string | undefined): string | null {
  if (header === undefined) return null
  if (!/^[\x21-\x7e]{1,200}$/.test(header)) throw new ApiComplaint(400, 'key-wrong')
  return header
}
