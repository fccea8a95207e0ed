import type { Context, TypedResponse } from 'hono'
import type { ApiCaller } from '../storage/api-tokens.ts'
import { answerGiven, type KeptAnswer, type KeyedPost, keepAnswer } from '../storage/idempotency-keys.ts'
import type { Acting, Storage, Trx } from '../storage/storage.ts'
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
  const post = keyedPost(c, asked)
  const as = <T>(inside: (trx: Trx) => Promise<T>) =>
    storage.transact({ ...callerActs(c.get('caller')), ...(reason && { reason }) }, inside)
  // A key is most often new: it is looked for only where the work does not go well, which it does not the second time.
  const kept = await as(async (trx) => {
    const { status, body } = await work(trx)
    const given = { status, answer: JSON.stringify(body) }
    if (post) keepAnswer(trx, post, given)
    return given
  }).catch(async (error: unknown) => {
    const before = post && (await as((trx) => answerGiven(trx, post)))
    if (before) return before
    throw error
  })
  // It is JSON already, as it was kept; the type says of what.
  return sendAnswer(c, kept) as Response as Response & TypedResponse<B, S, 'json'>
}

/** As whom a caller's posts are done. */
export function callerActs({ agencyId, name }: ApiCaller): Acting {
  return { agencies: [agencyId], actor: `api:${name}` }
}

/** The post as it is known by its Idempotency-Key; null without one. */
export function keyedPost(c: Context<ApiEnv>, asked: unknown): KeyedPost | null {
  const key = readKey(c.req.header('idempotency-key'))
  if (key === null) return null
  const { agencyId, name } = c.get('caller')
  const path = c.req.path
  return { agencyId, token: name, key, asked: JSON.stringify([path, c.req.header('if-match') ?? null, asked]) }
}

/** An answer as it was kept. */
export function sendAnswer(c: Context<ApiEnv>, { status, answer }: KeptAnswer): Response {
  return c.body(answer, status as 200 | 201, { 'content-type': 'application/json; charset=utf-8' })
}

function readKey(header: string | undefined): string | null {
  if (header === undefined) return null
  if (!/^[\x21-\x7e]{1,200}$/.test(header)) throw new ApiComplaint(400, 'key-wrong')
  return header
}
