import { article20 } from '../../../statute/article-20.ts'
import { genres } from '../../../statute/genres.ts'
import { themes } from '../../../statute/themes.ts'
import type { PublicAgency, PublicListed } from '../../../storage/publications/public-items.ts'
import { type Html, html } from '../../html.ts'
import { addresses } from '../addresses.ts'
import { agencyCrumb, agencyFrame } from '../components/agency-frame.ts'
import { itemList } from '../components/item-list.ts'
import { pageLinks } from '../components/page-links.ts'
import type { SitePage } from '../components/site-layout.ts'
import type { SiteView } from '../site-view.ts'

/** Which part of what an agency publishes is shown. */
export type ContentPart =
  | { readonly by: 'all' }
  | { readonly by: 'items' | 'themes' | 'genres'; readonly id: string; readonly label: string }

export const itemsOnPage = 20

/** 法定主动公开内容 of one agency, whole or one part of it. */
export function contentPage(
  view: SiteView,
  agency: PublicAgency,
  part: ContentPart,
  { items, total, page }: { readonly items: readonly PublicListed[]; readonly total: number; readonly page: number },
): SitePage {
  const { words } = view
  const list = partAddress(agency, part)
  const pages = Math.max(1, Math.ceil(total / itemsOnPage))
  const title = part.by === 'all' ? words.content : part.label
  return {
    title: page === 1 ? title : `${title} ${words.page(page, pages)}`,
    crumbs: [
      agencyCrumb(agency),
      { label: words.content, address: addresses.column(agency.code, 'content') },
      ...(part.by === 'all' ? [] : [{ label: part.label, address: list }]),
    ],
    content: agencyFrame(
      view,
      agency,
      'content',
      html`<h1>${title}</h1>${partLinks(view, agency, part)}<p class="quiet">${words.total(total)}</p>${itemList(view, items)}${pageLinks(view, list, { page, pages })}`,
    ),
  }
}

function partAddress({ code }: PublicAgency, part: ContentPart): string {
  return part.by === 'all' ? addresses.column(code, 'content') : addresses.part(code, part.by, part.id)
}

/** The part that an address names; null where it names none. */
export function findPart(by: string, id: string, language: SiteView['language']): ContentPart | null {
  const english = language === 'en'
  if (by === 'items') {
    const found = article20.find((one) => one.id === id)
    return found ? { by, id, label: found.title } : null
  }
  if (by === 'themes') {
    const found = themes.find((one) => one.within === null && one.id === id)
    return found ? { by, id, label: english ? found.labelEn : found.label } : null
  }
  if (by === 'genres') {
    const found = genres.find(([one]) => one === id)
    return found ? { by, id, label: english ? found[2] : found[1] } : null
  }
  return null
}

function partLinks({ words, href, language }: SiteView, agency: PublicAgency, current: ContentPart): Html {
  const english = language === 'en'
  const group = (label: string, by: 'items' | 'themes' | 'genres', parts: readonly (readonly [string, string])[]) =>
    html`<details${current.by === by && html` open`}><summary>${label}</summary><ul class="part-links">${parts.map(
      ([id, name]) =>
        html`<li><a href="${href(addresses.part(agency.code, by, id))}"${
          current.by !== 'all' && current.id === id && current.by === by && html` aria-current="page"`
        }>${name}</a></li>`,
    )}</ul></details>`
  return html`<div class="parts">${group(
    words.byItem,
    'items',
    article20.map(({ id, title, item }) => [id, `${item}. ${title}`]),
  )}${group(
    words.byTheme,
    'themes',
    themes.filter(({ within }) => within === null).map(({ id, label, labelEn }) => [id, english ? labelEn : label]),
  )}${group(
    words.byGenre,
    'genres',
    genres.map(([id, label, labelEn]) => [id, english ? labelEn : label]),
  )}</div>`
}
