import type { PublicCounts } from '../../../storage/publications/count-public-items.ts'
import type { PublicAgency, PublicListed } from '../../../storage/publications/public-items.ts'
import { type Html, html } from '../../html.ts'
import { addresses, siteColumns } from '../addresses.ts'
import { type AgencyBranch, agencyTree } from '../agency-tree.ts'
import { itemList } from '../components/item-list.ts'
import type { SitePage } from '../components/site-layout.ts'
import type { SiteView } from '../site-view.ts'

type Shown = {
  readonly agencies: readonly PublicAgency[]
  readonly newest: readonly PublicListed[]
  readonly counts: PublicCounts
}

/** The way in: the columns, what was published last, and the agencies that publish here as a tree. */
export function homePage(view: SiteView, { agencies, newest, counts }: Shown): SitePage {
  const { words, href, siteName } = view
  const tree = agencyTree(agencies)
  return {
    title: siteName,
    crumbs: [],
    feed: addresses.home,
    content: html`<h1 lang="zh-CN">${siteName}</h1>${columnTiles(view, tree)}
<section aria-labelledby="newest"><h2 id="newest">${words.newest}</h2>${itemList(view, newest)}<p class="more"><a href="${href(addresses.content(null))}">${words.allOf(counts.total)}</a></p></section>
<section aria-labelledby="agencies"><h2 id="agencies">${words.agencies}</h2>${branches(view, tree, counts)}</section>`,
  }
}

/** The five columns: contents and reports of all, the rest of the one that stands above the others. */
function columnTiles({ words, href }: SiteView, tree: readonly AgencyBranch[]): Html {
  const top = tree.length === 1 ? tree[0]?.agency : undefined
  const addressOf = (column: (typeof siteColumns)[number]) => {
    if (column === 'content') return addresses.content(null)
    if (column === 'reports') return addresses.reports
    return top ? addresses.column(top.code, column) : null
  }
  return html`<nav class="column-tiles" aria-label="${words.columnsLabel}"><ul>${siteColumns.map((column) => {
    const address = addressOf(column)
    return address !== null && html`<li><a href="${href(address)}">${words[column]}</a></li>`
  })}</ul></nav>`
}

function branches(view: SiteView, all: readonly AgencyBranch[], counts: PublicCounts): Html {
  const { href, words } = view
  return html`<ul class="agency-tree" lang="zh-CN">${all.map(({ agency, below }) => {
    const count = counts.agencies.get(agency.id) ?? 0
    return html`<li${below.length > 0 && html` class="agency-above"`}><a href="${href(addresses.agency(agency.code))}">${agency.name}${count > 0 && html` <span class="count"><span class="only-spoken">${words.countBefore}</span>${count}</span>`}</a>${below.length > 0 && branches(view, below, counts)}</li>`
  })}</ul>`
}
