import type { Context, Hono } from 'hono'
import type { Language } from '../../refusals/refusal.ts'
import type { PortalEnv } from '../portal-env.ts'
import { plainPrefix } from './addresses.ts'
import { feedForms } from './data/feed-forms.ts'
import type { RenderedPage, Site } from './make-site.ts'

/** Pictures that a page shows in place; every other file is handed over to be saved. */
const shownInPlace = /^image\/(?:png|jpeg|gif|webp)$/

const digestForm = /^[0-9a-f]{64}$/

export type SiteRouteParts = {
  readonly base: string
  readonly checkScreen: (c: Context) => Response | Promise<Response>
  /** Changes whenever something public has changed. */
  readonly moment: () => number
}

/** The addresses of the public portal: its pages in both languages and looks, published files, and what programs read. */
export function addSiteRoutes(app: Hono<PortalEnv>, site: Site, { base, checkScreen, moment }: SiteRouteParts): void {
  const renderOnce = sharing<RenderedPage>()
  const answer = async (c: Context<PortalEnv>, address: string, language: Language) => {
    const readAt = moment()
    const { status, page, type, tags } = await renderOnce(`${readAt} ${language} ${address}`, () =>
      site.render(address, language),
    )
    if (status === 200) c.set('toKeep', { tags, readAt })
    return c.body(page, status, { 'content-type': type, 'cache-control': 'no-cache' })
  }
  // An installation without agencies is somebody trying out the report check.
  app.get(base, async (c) => ((await site.isOpen()) ? await answer(c, '', 'zh-CN') : await checkScreen(c)))
  app.get(`${base}en/`, (c) => answer(c, '', 'en'))
  app.get(`${base}openapi.json`, (c) => answer(c, 'openapi.json', 'zh-CN'))
  app.get(`${base}:map{sitemap(-[0-9]+)?\\.xml}`, (c) => answer(c, c.req.param('map') ?? '', 'zh-CN'))
  for (const [prefix, language] of [
    ['', 'zh-CN'],
    ['en/', 'en'],
  ] as const) {
    for (const { file } of feedForms) app.get(`${base}${prefix}${file}`, (c) => answer(c, file, language))
    app.get(`${base}${prefix}items/:id/files/:digest/:name`, async (c) => {
      const { id, digest } = c.req.param()
      if (!/^[0-9a-f-]{36}$/.test(id) || !digestForm.test(digest)) return c.notFound()
      return handOver(c, await site.file(id, digest))
    })
    app.get(`${base}${prefix}agencies/:code/reports/:year{[0-9]{4}}/files/:digest/:name`, async (c) => {
      const { code, year, digest } = c.req.param()
      return digestForm.test(digest) ? handOver(c, await site.reportFile(code, Number(year), digest)) : c.notFound()
    })
    for (const part of ['agencies', 'items', 'content', 'reports', 'data', 'plain']) {
      app.get(`${base}${prefix}${part}/*`, async (c) => {
        // The address as it was sent: names are decoded once, by the site.
        const path = new URL(c.req.url).pathname.slice(base.length + prefix.length)
        if (path === plainPrefix || path.endsWith('/') || /\.(?:xml|json)$/.test(path))
          return await answer(c, path, language)
        return c.redirect(`${base}${prefix}${path}/`, 301)
      })
    }
  }
}

/** Work that is asked for while the same is under way is done once: a change drops pages that very many may ask for at that moment. */
function sharing<T>(): (what: string, work: () => Promise<T>) => Promise<T> {
  const underWay = new Map<string, Promise<T>>()
  return (what, work) => {
    const before = underWay.get(what)
    if (before) return before
    const now = work().finally(() => underWay.delete(what))
    underWay.set(what, now)
    return now
  }
}

type HandedOver = { readonly name: string; readonly mediaType: string; readonly content: Buffer } | null

function handOver(c: Context, file: HandedOver): Response | Promise<Response> {
  if (!file) return c.notFound()
  const place = shownInPlace.test(file.mediaType) ? 'inline' : 'attachment'
  return c.body(new Uint8Array(file.content), 200, {
    'content-type': file.mediaType,
    'content-disposition': `${place}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'cache-control': 'public, max-age=31536000, immutable',
  })
}
