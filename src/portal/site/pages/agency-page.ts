import type { PublicAgency, PublicListed } from '../../../storage/publications/public-items.ts'
import { html } from '../../html.ts'
import { addresses } from '../addresses.ts'
import { agencyFrame } from '../components/agency-frame.ts'
import { itemList } from '../components/item-list.ts'
import type { SitePage } from '../components/site-layout.ts'
import type { SiteView } from '../site-view.ts'

/** One agency's platform: what it published last, and its columns. */
export function agencyPage(view: SiteView, agency: PublicAgency, newest: readonly PublicListed[]): SitePage {
  const { words, href } = view
  return {
    title: words.platformOf(agency.name),
    crumbs: [{ label: agency.name, address: addresses.agency(agency.code) }],
    content: agencyFrame(
      view,
      agency,
      null,
      html`<h1>${words.platformOf(agency.name)}</h1>
<section aria-labelledby="newest"><h2 id="newest">${words.newest}</h2>${itemList(view, newest)}<p><a href="${href(addresses.column(agency.code, 'content'))}">${words.more}</a></p></section>`,
    ),
  }
}
