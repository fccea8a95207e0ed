import { type Fragment, html } from '../../html.ts'
import { addresses } from '../addresses.ts'
import type { SiteView } from '../site-view.ts'

/** Which page of a list this is, and the ways to the one before and after. */
export function pageLinks(
  { words, href }: SiteView,
  list: string,
  { page, pages }: { readonly page: number; readonly pages: number },
): Fragment {
  if (pages <= 1) return null
  return html`<nav class="page-links" aria-label="${words.pagesLabel}">${
    page > 1 && html`<a rel="prev" href="${href(addresses.page(list, page - 1))}">${words.previous}</a>`
  }<span>${words.page(page, pages)}</span>${
    page < pages && html`<a rel="next" href="${href(addresses.page(list, page + 1))}">${words.next}</a>`
  }</nav>`
}
