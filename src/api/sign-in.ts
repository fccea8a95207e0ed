import { createMiddleware } from 'hono/factory'
import type { ApiCaller, ApiScope } from '../storage/api-tokens.ts'
import { findApiCaller } from '../storage/api-tokens.ts'
import { forgetOldAnswers } from '../storage/idempotency-keys.ts'
import type { Storage } from '../storage/storage.ts'
import { ApiComplaint } from './api-complaint.ts'
import type { ApiEnv } from './api-env.ts'

/** How long a token that was found is not looked up again; a token that is taken back works so long. */
const rememberedMs = 5_000
const forgetEveryMs = 3_600_000
/** Enough for the programs of a province; more only means more looking up. */
const mostRemembered = 10_000

/** Finds out who calls by the bearer token. Every route behind it has a caller. */
export function signIn(storage: Storage) {
  const remembered = new Map<string, { readonly caller: ApiCaller; readonly until: number }>()
  const forgotten = new Map<number, number>()
  /** Now and then, and never in the way of a change: answers that are too old to be asked for again. */
  const forget = async ({ agencyId }: ApiCaller, now: number) => {
    if (now - (forgotten.get(agencyId) ?? Number.NEGATIVE_INFINITY) < forgetEveryMs) return
    forgotten.set(agencyId, now)
    await storage.transact({ agencies: [agencyId], actor: 'api:forget' }, (trx) => forgetOldAnswers(trx, agencyId))
  }
  return createMiddleware<ApiEnv>(async (c, next) => {
    const token = /^Bearer (\S{1,200})$/.exec(c.req.header('authorization') ?? '')?.[1]
    if (token === undefined) throw new ApiComplaint(401, 'token-missing')
    const known = remembered.get(token)
    const now = performance.now()
    const caller = known && known.until > now ? known.caller : await findApiCaller(storage, token)
    if (!caller) throw new ApiComplaint(401, 'token-unknown')
    if (caller !== known?.caller) {
      await forget(caller, now)
      if (remembered.size >= mostRemembered) remembered.clear()
      remembered.set(token, { caller, until: now + rememberedMs })
    }
    c.set('caller', caller)
    await next()
  })
}

/** Turns down a caller whose token lacks the scope. */
export function requireScope(caller: Pick<ApiCaller, 'scopes'>, scope: ApiScope): void {
  if (!caller.scopes.includes(scope)) throw new ApiComplaint(403, 'scope-missing', { scope })
}

/** Turns down a caller who may not read (write) the cases of any procedure: files belong to all of them. */
export function requireAnyScope({ scopes }: Pick<ApiCaller, 'scopes'>, right: 'read' | 'write'): void {
  const some = scopes.some((scope) => scope !== 'identity:read' && scope.endsWith(`:${right}`))
  if (!some) throw new ApiComplaint(403, 'scope-missing', { scope: `requests:${right}` })
}
