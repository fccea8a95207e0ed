import type { MiddlewareHandler } from 'hono'
import type { PageKeeper } from './page-cache.ts'
import type { PortalEnv } from './portal-env.ts'

/** Stands around everything else, so that an answer is kept with all the headers it was sent with. */
export function keepPages(cache: PageKeeper): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    await next()
    const kept = c.get('toKeep')
    if (!kept || c.res.status !== 200 || c.req.method !== 'GET') return
    const body = await c.res.clone().text()
    cache.keep(new URL(c.req.url).pathname, { headers: c.res.headers, body, ...kept })
  }
}
