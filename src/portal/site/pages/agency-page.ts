import type { PublicAgency, PublicListed } from '../../../storage/publications/public-items.ts'
import { html } from '../../html.ts'
import { addresses } from '../addresses.ts'
import { agencyFrame } from '../components/agency-frame.ts'
import { itemList } from '../components/item-list.ts'
import type { SitePage } from '../components/site-layout.ts'
import type { SiteView } from '../site-view.ts'

/** One agency's platform: what it published last, its columns, and the agencies right above and below it (`around`). */
export function agencyPage(
  view: SiteView,
  agency: PublicAgency,
  newest: readonly PublicListed[],
  around: readonly PublicAgency[],
): SitePage {
  const { words, href } = view
  return {
    title: words.platformOf(agency.name),
    crumbs: [{ label: agency.name, address: addresses.agency(agency.code) }],
    feed: addresses.agency(agency.code),
    content: agencyFrame(
      view,
      agency,
      null,
      html`<h1>${words.platformOf(agency.name)}</h1>
<section aria-labelledby="newest"><h2 id="newest">${words.newest}</h2>${itemList(view, newest)}<p class="more"><a href="${href(addresses.content(agency.code))}">${words.more}</a></p></section>${
        around.length > 0 &&
        html`<section aria-labelledby="around"><h2 id="around">${words.around}</h2><ul class="agency-list" lang="zh-CN">${around.map(
          ({ code, name }) => html`<li><a href="${href(addresses.agency(code))}">${name}</a></li>`,
        )}</ul></section>`
      }`,
    ),
  }
}
