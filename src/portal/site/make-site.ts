import type { Language } from '../../refusals/refusal.ts'
import { article20 } from '../../statute/article-20.ts'
import { genreIds } from '../../statute/genres.ts'
import type { Storage, Trx } from '../../storage/open-storage.ts'
import type { PublicTag } from '../../storage/public-changes.ts'
import {
  type PublicAgency,
  type PublicFilter,
  publicAgencies,
  readAsPublic,
  readPublicFile,
} from '../../storage/publications/public-items.ts'
import { html } from '../html.ts'
import { type SitePage, siteLayout } from './components/site-layout.ts'
import { agencyPage } from './pages/agency-page.ts'
import { type ContentPart, contentPage, findPart, itemsOnPage } from './pages/content-page.ts'
import { homePage } from './pages/home-page.ts'
import { itemPage } from './pages/item-page.ts'
import { readTagged, type TaggedReading } from './read-tagged.ts'
import { makeSiteView, type SiteView } from './site-view.ts'
import { siteWordsIn } from './words/site-words.ts'

/** A page of the portal as it is sent. `status` 410: what was here was withdrawn, and its trace is shown. */
export type RenderedPage = {
  readonly status: 200 | 404 | 410
  readonly page: string
  /** What it was made of: it is stale once one of them has changed. */
  readonly tags: readonly PublicTag[]
}

/** The public portal, addressed by the path below its base path and language. */
export type Site = {
  /** A page by its address; one that does not exist is a page that says so. */
  readonly render: (address: string, language: Language) => Promise<RenderedPage>
  /** A page of somebody else's making in the frame of this site. */
  readonly frame: (address: string, language: Language, make: (view: SiteView) => SitePage) => Promise<string>
  /** A published file; null where the item has none of this digest. */
  readonly file: (id: string, digest: string) => ReturnType<typeof readPublicFile>
  /** Whether any agency is here to publish. */
  readonly isOpen: () => Promise<boolean>
}

type SiteParts = {
  readonly storage: Storage
  readonly base: string
  readonly assets: string
  /** How pages read; from the database where nothing else is told. */
  readonly read?: ((trx: Trx) => TaggedReading) | undefined
}

/** The public portal over a database: every page is made here, for the server and for files alike. */
export function makeSite({ storage, base, assets, read = readTagged }: SiteParts): Site {
  const viewOf = (address: string, language: Language, agencies: readonly PublicAgency[]) =>
    makeSiteView(language, { base, assets, address, siteName: siteNameOf(agencies, language) })
  return {
    frame: (address, language, make) =>
      readAsPublic(storage, async (trx) => {
        const view = viewOf(address, language, await read(trx).agencies())
        return String(siteLayout(view, make(view)))
      }),
    render: (address, language) =>
      readAsPublic(storage, async (trx) => {
        const reading = read(trx)
        const agencies = await reading.agencies()
        const view = viewOf(address, language, agencies)
        const found = await findPage(reading, view, agencies, address)
        const { status, ...page } = found ?? notFoundPage(view)
        return { status, page: String(siteLayout(view, page)), tags: reading.tags() }
      }),
    file: (id, digest) => readAsPublic(storage, (trx) => readPublicFile(trx, id, digest)),
    isOpen: () => readAsPublic(storage, async (trx) => (await publicAgencies(trx)).length > 0),
  }
}

/** A site bears the name of the government that all others here belong to, or of the only agency. */
function siteNameOf(agencies: readonly PublicAgency[], language: Language): string {
  const words = siteWordsIn(language)
  const top = agencies.find(({ kind, parentId }) => kind === 'government' && parentId === null)
  const only = agencies.length === 1 ? agencies[0] : undefined
  const named = top ?? only
  return named ? words.platformOf(named.name) : words.platform
}

type Found = SitePage & { readonly status: RenderedPage['status'] }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

async function findPage(
  reading: TaggedReading,
  view: SiteView,
  agencies: readonly PublicAgency[],
  address: string,
): Promise<Found | null> {
  const parts = address.split('/').slice(0, -1).map(decoded)
  if (address !== '' && !address.endsWith('/')) return null
  if (parts.includes(null)) return null
  const [first = '', second = '', ...rest] = parts as readonly string[]
  if (address === '') {
    const { items } = await reading.list({}, { page: 1, size: 10 })
    return { status: 200, ...homePage(view, { agencies, newest: items }) }
  }
  if (first === 'items' && rest.length === 0 && uuid.test(second))
    return await showItem(reading, view, agencies, second)
  const agency = first === 'agencies' ? agencies.find(({ code }) => code === second) : undefined
  if (!agency) return null
  if (rest.length === 0) {
    const { items } = await reading.list({ agencyId: agency.id }, { page: 1, size: 10 })
    return { status: 200, ...agencyPage(view, agency, items) }
  }
  return rest[0] === 'content' ? await showContent(reading, view, agency, rest.slice(1)) : null
}

async function showItem(
  reading: TaggedReading,
  view: SiteView,
  agencies: readonly PublicAgency[],
  id: string,
): Promise<Found | null> {
  const item = await reading.item(id)
  const agency = agencies.find((one) => one.id === item?.agencyId)
  if (!item || !agency) return null
  return { status: item.takenDownOn === null ? 200 : 410, ...itemPage(view, agency, item) }
}

/** `[]`, `['page-2']`, `['items', 'rules']`, `['themes', '2', 'page-3']`. */
async function showContent(
  reading: TaggedReading,
  view: SiteView,
  agency: PublicAgency,
  rest: readonly string[],
): Promise<Found | null> {
  const paged = /^page-([1-9]\d{0,5})$/.exec(rest.at(-1) ?? '')
  const page = paged ? Number(paged[1]) : 1
  const [by, id, ...more] = paged ? rest.slice(0, -1) : rest
  const part: ContentPart | null =
    by === undefined ? { by: 'all' } : id === undefined || more.length > 0 ? null : findPart(by, id, view.language)
  // The first page has one address only.
  if (!part || (paged && page === 1)) return null
  const { items, total } = await reading.list(filterOf(agency, part), { page, size: itemsOnPage })
  if (page > 1 && items.length === 0) return null
  return { status: 200, ...contentPage(view, agency, part, { items, total, page }) }
}

function filterOf({ id: agencyId }: PublicAgency, part: ContentPart): PublicFilter {
  switch (part.by) {
    case 'all':
      return { agencyId }
    case 'items': {
      const item = article20.find(({ id }) => id === part.id)?.id
      return item ? { agencyId, item } : { agencyId }
    }
    case 'themes':
      return { agencyId, themeClass: part.id }
    case 'genres': {
      const genre = genreIds.find((id) => id === part.id)
      return genre ? { agencyId, genre } : { agencyId }
    }
  }
}

function notFoundPage({ words }: SiteView): Found {
  return {
    status: 404,
    title: words.notFoundTitle,
    crumbs: [],
    content: html`<h1>${words.notFoundTitle}</h1><p>${words.notFound}</p>`,
  }
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
