import type { Context } from 'hono'
import { answerGiven, type KeyedPost, keepAnswer } from '../storage/idempotency-keys.ts'
import type { Storage, Trx } from '../storage/storage.ts'
import { ApiComplaint } from './api-complaint.ts'
import type { ApiEnv } from './api-env.ts'

/** What a post is answered with when it goes well. */
type Answer = { readonly status: 200 | 201; readonly body: unknown }

/** Thrown to undo the transaction of a post that another one with the same key has overtaken. */
class Overtaken extends Error {}

/**
 * Runs the work of a post in one transaction, and with an Idempotency-Key at most once: the answer is kept in that very
 * transaction, so that a post which is sent again after a crash or a lost connection is answered as the first time.
 */
export async function answerOnce(
  c: Context<ApiEnv>,
  storage: Storage,
  asked: unknown,
  work: (trx: Trx) => Promise<Answer>,
): Promise<Response> {
  const caller = c.get('caller')
  const key = readKey(c.req.header('idempotency-key'))
  const post: KeyedPost | null = key === null ? null : keyed(c, key, asked)
  const run = () =>
    storage.transact({ agencies: [caller.agencyId], actor: `api:${caller.name}` }, async (trx) => {
      const before = post && (await answerGiven(trx, post))
      if (before) return before
      const { status, body } = await work(trx)
      const given = { status, answer: JSON.stringify(body) }
      if (post && !(await keepAnswer(trx, post, given))) throw new Overtaken()
      return given
    })
  const { status, answer } = await run().catch((error: unknown) => {
    if (error instanceof Overtaken) return run()
    throw error
  })
  return c.body(answer, status as Answer['status'], { 'content-type': 'application/json; charset=utf-8' })
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
