import type { PublicAgency } from '../../../storage/publications/public-items.ts'
import { type Fragment, type Html, html } from '../../html.ts'
import { addresses, type SiteColumn, siteColumns } from '../addresses.ts'
import type { SiteView } from '../site-view.ts'
import type { Crumb } from './site-layout.ts'

/** The platform of one agency: its columns beside the content, the current one marked. */
export function agencyFrame(
  { words, href }: SiteView,
  agency: PublicAgency,
  current: SiteColumn | null,
  content: Fragment,
): Html {
  return html`<div class="agency-frame"><nav class="agency-columns" id="columns" aria-label="${words.columnsLabel}"><p class="agency-name" lang="zh-CN"><a href="${href(addresses.agency(agency.code))}">${agency.name}</a></p><ul>${siteColumns.map(
    (column) =>
      html`<li><a href="${href(addresses.column(agency.code, column))}"${current === column && html` aria-current="page"`}>${words[column]}</a></li>`,
  )}</ul></nav><div class="agency-content">${content}</div></div>`
}

export function agencyCrumb(agency: PublicAgency): Crumb {
  return { label: agency.name, address: addresses.agency(agency.code) }
}
