import { article20 } from '../../statute/article-20.ts'
import { genreIds } from '../../statute/genres.ts'
import type { Trx } from '../../storage/open-storage.ts'
import { countPublicItems } from '../../storage/publications/count-public-items.ts'
import { listPublicItems, type PublicAgency, type PublicFilter } from '../../storage/publications/public-items.ts'
import type { FoundPage } from './find-page.ts'
import { type ContentPart, contentPage, findPart, itemsOnPage } from './pages/content-page.ts'
import type { SiteView } from './site-view.ts'

/** `[]`, `['page-2']`, `['items', 'rules']`, `['themes', '2.1', 'page-3']`, below an agency's column or the government's. */
export async function findContent(
  trx: Trx,
  view: SiteView,
  agency: PublicAgency | null,
  rest: readonly string[],
): Promise<FoundPage | null> {
  const { page, parts } = readPage(rest)
  const part = page === null ? null : partOf(parts, view.language)
  if (!part || page === null) return null
  const { items, total } = await listPublicItems(trx, contentFilter(agency, part), { page, size: itemsOnPage })
  // Makers are not known beforehand: one that made nothing here is no page.
  if (items.length === 0 && (page > 1 || part.by === 'makers')) return null
  const counts = await countPublicItems(trx, agency?.id ?? null)
  return { status: 200, ...contentPage(view, agency, part, { items, total, page, counts }) }
}

/** The last step of an address as the number of a page; null for `page-1`, for the first page has one address only. */
export function readPage(rest: readonly string[]): { readonly page: number | null; readonly parts: readonly string[] } {
  const paged = /^page-([1-9]\d{0,5})$/.exec(rest.at(-1) ?? '')
  if (!paged) return { page: 1, parts: rest }
  const page = Number(paged[1])
  return { page: page === 1 ? null : page, parts: rest.slice(0, -1) }
}

/** The part that the steps of an address name; null where they name none. */
export function partOf([by, id, ...more]: readonly string[], language: SiteView['language']): ContentPart | null {
  if (by === undefined) return { by: 'all' }
  return id === undefined || more.length > 0 ? null : findPart(by, id, language)
}

export function contentFilter(agency: PublicAgency | null, part: ContentPart): PublicFilter {
  const all = agency ? { agencyId: agency.id } : {}
  switch (part.by) {
    case 'all':
      return all
    case 'items': {
      const item = article20.find(({ id }) => id === part.id)?.id
      return item ? { ...all, item } : all
    }
    case 'themes':
      return { ...all, theme: part.id }
    case 'genres': {
      const genre = genreIds.find((id) => id === part.id)
      return genre ? { ...all, genre } : all
    }
    case 'makers':
      return { ...all, maker: part.id }
  }
}
