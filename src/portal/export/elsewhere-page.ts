import { html } from '../html.ts'
import { addresses } from '../site/addresses.ts'
import type { SitePage } from '../site/components/site-layout.ts'
import type { SiteView } from '../site/site-view.ts'
import { exportWordsIn } from './export-words.ts'

/**
 * Stands where the server has something that is no file: forms, the status of a request. Leads to `server`, if it is known where;
 * else to the guide of the agency whose page it is. `address` is that of the page, without its language.
 */
export function elsewherePage(view: SiteView, address: string, server: string | null): SitePage {
  const words = exportWordsIn(view.language)
  if (server !== null)
    return {
      title: words.elsewhere,
      crumbs: [],
      head: html`<meta http-equiv="refresh" content="0; url=${server}">`,
      content: html`<h1>${words.elsewhere}</h1><p>${words.elsewhereAt}<a href="${server}">${server}</a></p>`,
    }
  const code = /^agencies\/([^/]+)\//.exec(address)?.[1]
  const guide = code !== undefined && view.href(addresses.column(decodeURIComponent(code), 'guide'))
  return {
    title: words.nowhere,
    crumbs: [],
    content: html`<h1>${words.nowhere}</h1><p>${words.nowhereInstead}</p>${guide && html`<p><a href="${guide}">${words.guide}</a></p>`}`,
  }
}
