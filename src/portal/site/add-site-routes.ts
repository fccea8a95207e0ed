import type { Context, Hono } from 'hono'
import type { Language } from '../../refusals/refusal.ts'
import type { PortalEnv } from '../portal-env.ts'
import type { Site } from './make-site.ts'

/** Pictures that a page shows in place; every other file is handed over to be saved. */
const shownInPlace = /^image\/(?:png|jpeg|gif|webp)$/

export type SiteRouteParts = {
  readonly base: string
  readonly checkScreen: (c: Context) => Response | Promise<Response>
  /** Changes whenever something public has changed. */
  readonly moment: () => number
}

/** The addresses of the public portal: its pages in both languages, and published files. */
export function addSiteRoutes(app: Hono<PortalEnv>, site: Site, { base, checkScreen, moment }: SiteRouteParts): void {
  const answer = async (c: Context<PortalEnv>, address: string, language: Language) => {
    const readAt = moment()
    const { status, page, tags } = await site.render(address, language)
    if (status === 200) c.set('toKeep', { tags, readAt })
    return c.html(page, status, { 'cache-control': 'no-cache' })
  }
  // An installation without agencies is somebody trying out the report check.
  app.get(base, async (c) => ((await site.isOpen()) ? await answer(c, '', 'zh-CN') : await checkScreen(c)))
  app.get(`${base}en/`, (c) => answer(c, '', 'en'))
  for (const [prefix, language] of [
    ['', 'zh-CN'],
    ['en/', 'en'],
  ] as const) {
    app.get(`${base}${prefix}items/:id/files/:digest/:name`, async (c) => {
      const { id, digest } = c.req.param()
      if (!/^[0-9a-f-]{36}$/.test(id) || !/^[0-9a-f]{64}$/.test(digest)) return c.notFound()
      const file = await site.file(id, digest)
      if (!file) return c.notFound()
      const place = shownInPlace.test(file.mediaType) ? 'inline' : 'attachment'
      return c.body(new Uint8Array(file.content), 200, {
        'content-type': file.mediaType,
        'content-disposition': `${place}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'cache-control': 'public, max-age=31536000, immutable',
      })
    })
    for (const part of ['agencies', 'items']) {
      app.get(`${base}${prefix}${part}/*`, async (c) => {
        // The address as it was sent: names are decoded once, by the site.
        const path = new URL(c.req.url).pathname.slice(base.length + prefix.length)
        if (!path.endsWith('/')) return c.redirect(`${base}${prefix}${path}/`, 301)
        return await answer(c, path, language)
      })
    }
  }
}
