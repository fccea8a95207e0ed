import { validities } from '../../statute/validity.ts'
import type { PublicAgency, PublicListed } from '../../storage/publications/public-items.ts'
import { html } from '../html.ts'
import { addresses } from '../site/addresses.ts'
import { itemList } from '../site/components/item-list.ts'
import { pageLinks } from '../site/components/page-links.ts'
import type { SitePage } from '../site/components/site-layout.ts'
import type { SiteView } from '../site/site-view.ts'
import { exportWordsIn } from './export-words.ts'
import { mostSearched } from './search-index.ts'

/** What an agency published in one year, newest first. */
export type YearOfAgency = {
  readonly agency: PublicAgency
  readonly year: string
  readonly items: readonly PublicListed[]
}

/** Lines of one page of a year. */
export const linesOnPage = 500

export function yearAddress({ agency, year }: YearOfAgency, page = 1): string {
  return addresses.page(`${addresses.search}${encodeURIComponent(agency.code)}/${year}/`, page)
}

/** Search in the browser, and for browsers without script all that there is by agency and year. */
export function searchPage(
  view: SiteView,
  { base, years, total }: { readonly base: string; readonly years: readonly YearOfAgency[]; readonly total: number },
): SitePage {
  const words = exportWordsIn(view.language)
  const agencies = [...Map.groupBy(years, ({ agency }) => agency)]
  const labels = validities.map(([id, label, labelEn]) => [id, view.language === 'en' ? labelEn : label] as const)
  const shown = labels.filter(([id]) => id !== 'inForce')
  return {
    title: words.search,
    crumbs: [{ label: words.search, address: addresses.search }],
    head: html`<script type="module" src="${view.asset('site-search.js')}"></script>`,
    content: html`<div class="search-page"><h1>${words.search}</h1>
<form class="search-form" role="search" action="${view.href(addresses.search)}"><p class="search-line"><label class="only-spoken" for="q">${words.searchLabel}</label><input id="q" name="q" type="search" maxlength="200" placeholder="${words.searchLabel}"><button class="button button-main">${words.search}</button></p></form>
<div id="site-search-results" data-index="${base}${addresses.search}index/" data-items="${view.href('items/')}" data-found="${words.found}" data-unit="${words.foundUnit}" data-none="${words.none}" data-failed="${words.failed}" data-more="${words.more}"${shown.map(
      ([id, label]) => html` data-${id}="${label}"`,
    )}><p role="status"></p></div><noscript><p class="quiet">${words.noScript}</p></noscript>${total > mostSearched && html`<p class="quiet">${words.newestOnly(mostSearched)}</p>`}
<section class="search-browse" aria-labelledby="browse"><h2 id="browse">${words.browse}</h2>${agencies.map(
      ([agency, some]) =>
        html`<h3 lang="zh-CN">${agency.name}</h3><ul class="part-links">${some.map(
          (year) =>
            html`<li><a href="${view.href(yearAddress(year))}">${words.year(year.year)} (${year.items.length})</a></li>`,
        )}</ul>`,
    )}</section></div>`,
  }
}

/** One page of what an agency published in a year. */
export function yearPage(view: SiteView, year: YearOfAgency, page: number): SitePage {
  const words = exportWordsIn(view.language)
  const pages = Math.ceil(year.items.length / linesOnPage)
  const title = words.inYear(year.agency.name, year.year)
  const [before = '', after = ''] = words.aroundAgency(year.year)
  return {
    title: page === 1 ? title : `${title} ${view.words.page(page, pages)}`,
    crumbs: [
      { label: words.search, address: addresses.search },
      { label: title, address: yearAddress(year) },
    ],
    content: html`<h1>${before}<span lang="zh-CN">${year.agency.name}</span>${after}</h1>${itemList(view, year.items.slice((page - 1) * linesOnPage, page * linesOnPage))}${pageLinks(view, yearAddress(year), { page, pages })}`,
  }
}
