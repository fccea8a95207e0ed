import { article20 } from '../../../statute/article-20.ts'
import { genres } from '../../../statute/genres.ts'
import { findTheme, themePath } from '../../../statute/themes.ts'
import type { PublicCounts } from '../../../storage/publications/count-public-items.ts'
import type { PublicAgency, PublicListed } from '../../../storage/publications/public-items.ts'
import { html } from '../../html.ts'
import { addresses, type PartKind } from '../addresses.ts'
import { agencyCrumb, agencyFrame } from '../components/agency-frame.ts'
import { contentParts } from '../components/content-parts.ts'
import { itemList } from '../components/item-list.ts'
import { pageLinks } from '../components/page-links.ts'
import { siteFrame } from '../components/site-frame.ts'
import type { SitePage } from '../components/site-layout.ts'
import type { SiteView } from '../site-view.ts'

/** Which part of what is published is shown. */
export type ContentPart =
  | { readonly by: 'all' }
  | { readonly by: PartKind; readonly id: string; readonly label: string }

export const itemsOnPage = 20

type Shown = {
  readonly items: readonly PublicListed[]
  readonly total: number
  readonly page: number
  readonly counts: PublicCounts
}

/** 法定主动公开内容 of one agency or, without one, of the whole government; whole or one part of it. */
export function contentPage(
  view: SiteView,
  agency: PublicAgency | null,
  part: ContentPart,
  { items, total, page, counts }: Shown,
): SitePage {
  const { words } = view
  const code = agency?.code ?? null
  const list = partAddress(code, part)
  const pages = Math.max(1, Math.ceil(total / itemsOnPage))
  const title = part.by === 'all' ? words.content : part.label
  const content = html`<h1>${title}</h1>${contentParts(view, code, part, counts)}<h2 class="only-spoken">${title}</h2><p class="quiet list-total">${words.total(total)}</p>${itemList(view, items)}${pageLinks(view, list, { page, pages })}`
  return {
    title: page === 1 ? title : `${title} ${words.page(page, pages)}`,
    crumbs: [
      ...(agency ? [agencyCrumb(agency)] : []),
      { label: words.content, address: addresses.content(code) },
      ...(part.by === 'all' ? [] : [{ label: part.label, address: list }]),
    ],
    column: { name: title, of: agency?.name ?? null, kind: 'content' },
    feed: list,
    content: agency ? agencyFrame(view, agency, 'content', content) : siteFrame(view, 'content', content),
  }
}

export function partAddress(code: string | null, part: ContentPart): string {
  return part.by === 'all' ? addresses.content(code) : addresses.part(code, part.by, part.id)
}

/** The part that an address names; null where it names none. */
export function findPart(by: string, id: string, language: SiteView['language']): ContentPart | null {
  const english = language === 'en'
  switch (by) {
    case 'items': {
      const found = article20.find((one) => one.id === id)
      return found ? { by, id, label: found.title } : null
    }
    case 'themes': {
      const found = findTheme(id)
      return found ? { by, id, label: english ? found.labelEn : themePath(found) } : null
    }
    case 'genres': {
      const found = genres.find(([one]) => one === id)
      return found ? { by, id, label: english ? found[2] : found[1] } : null
    }
    case 'makers':
      return id === '' || id.length > 500 || /\p{Cc}/u.test(id) ? null : { by, id, label: id }
    default:
      return null
  }
}
