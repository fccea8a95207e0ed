import { lostTables } from '../../report/lost-tables.ts'
import { cellAddresses, cellAt, type Report } from '../../report/report.ts'
import { type DownloadFormat, tableNames } from '../checker.ts'
import { type Fragment, html } from '../html.ts'
import { packReport } from '../pack-report.ts'
import type { View } from '../view.ts'

/** Where the form goes, and the formats it offers. */
export type DownloadPlace = { readonly base: string; readonly downloads: readonly DownloadFormat[] }

/** The offline page writes docx itself; the packages that write xlsx are larger than the whole page. */
export const offlineDownloads: DownloadPlace = { base: '', downloads: ['docx'] }

/**
 * The corrected copy. The report that was read travels in the form itself, so that nothing needs to be stored between
 * the check and the download, and a plain form is enough.
 */
export function downloadForm(view: View, name: string, report: Report, place: DownloadPlace): Fragment {
  const { words, slot, language } = view
  return html`<form class="download" method="post" action="${place.base}corrected" aria-labelledby="${slot}-d">
<input type="hidden" name="lang" value="${language}"><input type="hidden" name="name" value="${name}"><input type="hidden" name="report" value="${packReport(report)}">
<div class="download-words"><p class="download-title" id="${slot}-d">${words.download}</p><p class="quiet">${words.downloadHint}</p>${lostTables(report).length > 0 && html`<p class="table-lost">${words.downloadTablesLost}</p>`}${confirmations(view, report)}</div>
<p class="download-buttons">${place.downloads.map(
    (format) =>
      html`<button class="button button-quiet" name="format" value="${format}">${words.downloadFormats[format]}</button> `,
  )}</p></form>`
}

/** One tick for each table that has blank cells: only a person knows whether nothing happened. */
function confirmations(view: View, report: Report): Fragment {
  const { words } = view
  const blanksIn = (table: string) =>
    cellAddresses.filter((address) => address.table === table && cellAt(report, address).kind === 'blank').length
  const withBlanks = tableNames.map((table) => ({ table, blanks: blanksIn(table) })).filter(({ blanks }) => blanks > 0)
  if (withBlanks.length === 0) return null
  return html`<fieldset class="confirm"><legend>${words.fillBlanks}</legend>${withBlanks.map(
    ({ table, blanks }) =>
      html`<label><input type="checkbox" name="zeroIn" value="${table}"> <span>${words.blanksIn(words.tableNames[table], blanks)}</span></label> `,
  )}</fieldset>`
}
