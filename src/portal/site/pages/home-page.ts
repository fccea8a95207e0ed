import type { PublicAgency, PublicListed } from '../../../storage/publications/public-items.ts'
import { html } from '../../html.ts'
import { addresses } from '../addresses.ts'
import { itemList } from '../components/item-list.ts'
import type { SitePage } from '../components/site-layout.ts'
import type { SiteView } from '../site-view.ts'

/** The way in: what was published last, and the agencies that publish here. */
export function homePage(
  view: SiteView,
  { agencies, newest }: { readonly agencies: readonly PublicAgency[]; readonly newest: readonly PublicListed[] },
): SitePage {
  const { words, href, siteName } = view
  return {
    title: siteName,
    crumbs: [],
    content: html`<h1 lang="zh-CN">${siteName}</h1>
<section aria-labelledby="newest"><h2 id="newest">${words.newest}</h2>${itemList(view, newest)}</section>
<section aria-labelledby="agencies"><h2 id="agencies">${words.agencies}</h2><ul class="agency-list" lang="zh-CN">${agencies.map(
      ({ code, name }) => html`<li><a href="${href(addresses.agency(code))}">${name}</a></li>`,
    )}</ul></section>`,
  }
}
