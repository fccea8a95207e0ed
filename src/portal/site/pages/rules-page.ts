import { instruments } from '../../../statute/instruments.ts'
import type { PublicAgency, PublicListed } from '../../../storage/publications/public-items.ts'
import { html } from '../../html.ts'
import { addresses } from '../addresses.ts'
import { agencyCrumb, agencyFrame } from '../components/agency-frame.ts'
import { itemList } from '../components/item-list.ts'
import { pageLinks } from '../components/page-links.ts'
import type { SitePage } from '../components/site-layout.ts'
import type { SiteView } from '../site-view.ts'
import { itemsOnPage } from './content-page.ts'

/** The national texts on disclosure whose titles are known; their addresses are not ours to invent. */
const national = instruments.filter(
  ({ citedAs, title }) =>
    title !== null && ['条例', '61号', '30号', '109号', '47号'].some((name) => citedAs.includes(name)),
)

/** 政府信息公开制度: what the agency has put into this column, and the national rules by name and number. */
export function rulesPage(
  view: SiteView,
  agency: PublicAgency,
  { items, total, page }: { readonly items: readonly PublicListed[]; readonly total: number; readonly page: number },
): SitePage {
  const { words, pageWords } = view
  const list = addresses.column(agency.code, 'rules')
  const pages = Math.max(1, Math.ceil(total / itemsOnPage))
  return {
    title: page === 1 ? `${agency.name}${words.rules}` : `${agency.name}${words.rules} ${words.page(page, pages)}`,
    crumbs: [agencyCrumb(agency), { label: words.rules, address: list }],
    column: { name: words.rules, of: agency.name, kind: 'rules' },
    feed: list,
    content: agencyFrame(
      view,
      agency,
      'rules',
      html`<h1>${words.rules}</h1><section aria-labelledby="own-rules"><h2 id="own-rules">${pageWords.rulesOwn}</h2>${
        total === 0 ? html`<p class="quiet">${pageWords.rulesNone}</p>` : itemList(view, items)
      }${pageLinks(view, list, { page, pages })}</section><section aria-labelledby="national-rules"><h2 id="national-rules">${pageWords.rulesNational}</h2><ul class="national-rules" lang="zh-CN">${national.map(
        ({ title, citedAs, from }) =>
          html`<li>《${title}》${citedAs[1] !== undefined && html`（${citedAs[1]}）`}${from !== null && html`<span class="quiet" lang="${view.language}">${pageWords.rulesFrom(from)}</span>`}</li>`,
      )}</ul></section>`,
    ),
  }
}
