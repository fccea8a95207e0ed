import type { PublicReport } from '../../../storage/publications/public-reports.ts'
import { type Html, html } from '../../html.ts'
import { addresses } from '../addresses.ts'
import type { SiteView } from '../site-view.ts'
import { sizeInWords } from './size-in-words.ts'

/** The files of a published report, as they were frozen. */
export function reportDownloads({ fileHref, words }: SiteView, code: string, { year, files }: PublicReport): Html {
  return html`<ul class="report-files">${files.map(
    ({ format, digest, name, bytes }) =>
      html`<li><a href="${fileHref(addresses.reportFile(code, year, digest, name))}" download>${format.toUpperCase()}</a>${words.bytes(sizeInWords(bytes))}</li>`,
  )}</ul>`
}
