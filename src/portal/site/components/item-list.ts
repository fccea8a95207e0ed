import { validities } from '../../../statute/validity.ts'
import type { PublicListed } from '../../../storage/publications/public-items.ts'
import { type Html, html } from '../../html.ts'
import { addresses } from '../addresses.ts'
import type { SiteView } from '../site-view.ts'

/** Published items, one a line: title, number, day; what no longer holds says so beside its title. */
export function itemList({ words, href, language }: SiteView, items: readonly PublicListed[]): Html {
  if (items.length === 0) return html`<p class="quiet">${words.none}</p>`
  return html`<ul class="item-list">${items.map(
    (item) =>
      html`<li><a href="${href(addresses.item(item.id))}" lang="zh-CN">${item.title}</a>${
        item.validity !== 'inForce' &&
        html` <span class="validity validity-${item.validity}">${validities.find(([id]) => id === item.validity)?.[language === 'en' ? 2 : 1]}</span>`
      }${item.documentNumber !== null && html` <span class="item-number" lang="zh-CN">${item.documentNumber}</span>`}<time datetime="${item.publishedAt}">${item.publishedAt.slice(0, 10)}</time></li>`,
  )}</ul>`
}
