import type { Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { errorCode } from '../../../storage/error-code.ts'
import type { Storage } from '../../../storage/open-storage.ts'
import { publicAgencies } from '../../../storage/publications/public-items.ts'
import { searchAsPublic } from '../../../storage/publications/search/read-found.ts'
import { suggestPublic } from '../../../storage/publications/search/suggest-public.ts'
import type { PortalEnv } from '../../portal-env.ts'
import { addresses, type Edition, editions } from '../addresses.ts'
import { siteLayout } from '../components/site-layout.ts'
import { siteNameOf } from '../make-site.ts'
import { noSettings, type SiteSettings } from '../settings/site-settings.ts'
import { makeSiteView } from '../site-view.ts'
import { longestAsked, readSearchQuery } from './read-search-query.ts'
import { runSearch } from './run-search.ts'
import { searchPage } from './search-page.ts'
import { searchWordsIn } from './search-words.ts'

type SearchRoutes = {
  readonly storage: Storage
  readonly base: string
  readonly assets: string
  readonly settings?: SiteSettings
}

/** PostgreSQL's code for a statement that was stopped because it took too long. */
const stopped = '57014'

/** The search page in every edition, and what is suggested while somebody types. Answers are kept by nobody. */
export function addSearchRoutes(
  app: Hono<PortalEnv>,
  { storage, base, assets, settings = noSettings }: SearchRoutes,
): void {
  for (const edition of editions) {
    const path = `${base}${edition.prefix}${addresses.search}`
    // Kept by nobody, so compressed each time; nothing secret stands beside what was typed.
    app.get(path, compress(), (c) => answer(c, edition))
    app.get(path.slice(0, -1), (c) => c.redirect(`${path}${new URL(c.req.url).search}`, 301))
    app.get(`${path}suggest`, async (c) => {
      const typed = (c.req.query('q') ?? '').slice(0, longestAsked)
      const suggestions = await tolerant(() => searchAsPublic(storage, (trx) => suggestPublic(trx, typed)))
      return c.json({ suggestions: suggestions ?? [] }, 200, { 'cache-control': 'no-store' })
    })
  }

  async function answer(c: Context, { language, plain }: Edition): Promise<Response> {
    const { searchParams } = new URL(c.req.url)
    const words = searchWordsIn(language)
    const { agencies, query, asks, result } = await searchAsPublic(storage, async (trx) => {
      const agencies = await publicAgencies(trx)
      const query = readSearchQuery(searchParams, agencies, words)
      const asks = !query.isEmpty && query.complaint === null
      return { agencies, query, asks, result: asks ? await tolerant(() => runSearch(trx, query)) : null }
    })
    const complaint = asks && result === null ? words.tooMuch : query.complaint
    const asked = new URLSearchParams(Object.entries(query.typed).filter(([, value]) => value !== ''))
    const address = `${addresses.search}${asked.size > 0 ? `?${asked}` : ''}`
    const siteName = siteNameOf(agencies, settings, language)
    const view = makeSiteView(language, { base, assets, address, siteName, settings, plain })
    const page = String(siteLayout(view, searchPage(view, { query, agencies, result, complaint })))
    const status = complaint === null ? 200 : asks ? 503 : 422
    return c.html(page, status, { 'cache-control': 'no-store' })
  }
}

/** Null where the database stopped the work because it took too long. */
async function tolerant<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (errorCode(error) === stopped) return null
    throw error
  }
}
