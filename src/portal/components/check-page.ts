import { downloadFormats } from '../checker.ts'
import { type Html, html } from '../html.ts'
import type { View } from '../view.ts'
import { checkForm, type FormTarget } from './check-form.ts'
import { type DownloadPlace, offlineDownloads } from './download-form.ts'
import { type CheckedFile, resultsList } from './results-list.ts'

/** The first screen: what it does, the form, a sentence of complaint if there is one, results, and what is checked. */
export function checkPage(
  view: View,
  target: FormTarget,
  files: readonly CheckedFile[],
  complaint: string | null,
): Html {
  const { words } = view
  const place: DownloadPlace =
    target.mode === 'server' ? { base: target.base, downloads: downloadFormats } : offlineDownloads
  return html`<div class="opening"><h1>${words.headline}</h1><p class="lead">${target.mode === 'server' ? words.lead : words.offlineLead}</p></div>
<p class="complaint" id="complaint" role="alert"${complaint === null && html` hidden`}>${complaint}</p>
${checkForm(view, target)}
${resultsList(view, files, { ...place, fold: 'open' })}
<section class="what" aria-labelledby="what-title"${files.length > 0 && html` hidden`} id="what"><h2 id="what-title">${words.whatTitle}</h2><ul>${words.what.map(
    ({ title, text }) => html`<li><h3>${title}</h3><p>${text}</p></li>`,
  )}</ul></section>`
}
