import { html } from '../html.ts'
import type { SitePage } from '../site/components/site-layout.ts'
import type { SiteView } from '../site/site-view.ts'
import { exportWordsIn } from './export-words.ts'

/** Stands where the server has something that is no file: search, forms, the status of a request. Leads there, if it is known where. */
export function elsewherePage({ language }: SiteView, address: string | null): SitePage {
  const words = exportWordsIn(language)
  return {
    title: words.elsewhere,
    crumbs: [],
    ...(address !== null && { head: html`<meta http-equiv="refresh" content="0; url=${address}">` }),
    content: html`<h1>${words.elsewhere}</h1>${
      address === null
        ? html`<p>${words.elsewhereNowhere}</p>`
        : html`<p>${words.elsewhereAt}<a href="${address}">${address}</a></p>`
    }`,
  }
}
