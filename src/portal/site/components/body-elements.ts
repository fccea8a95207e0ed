import { type BodyCell, type BodyRun, isPublicAddress } from '../../../publications/item-body.ts'
import { type Fragment, type Html, html } from '../../html.ts'

/** A heading of a text, below the title of the page, which is its only h1. */
export function headingElement(level: 1 | 2 | 3 | 4, runs: readonly BodyRun[]): Html {
  const content = runElements(runs)
  switch (level) {
    case 1:
      return html`<h2>${content}</h2>`
    case 2:
      return html`<h3>${content}</h3>`
    case 3:
      return html`<h4>${content}</h4>`
    case 4:
      return html`<h5>${content}</h5>`
  }
}

export function listElement(ordered: boolean, items: readonly (readonly BodyRun[])[]): Html {
  const inner = items.map((item) => html`<li>${runElements(item)}</li>`)
  return ordered ? html`<ol>${inner}</ol>` : html`<ul>${inner}</ul>`
}

/** Caption and rows of a table, without the element around them. */
export function tableContent(caption: string | null, rows: readonly (readonly BodyCell[])[]): Html {
  const inner = rows.map((row) => html`<tr>${row.map(cellElement)}</tr>`)
  return html`${caption !== null && html`<caption>${caption}</caption>`}${inner}`
}

function cellElement({ runs, head, columns = 1, rows = 1 }: BodyCell): Html {
  const spans = html`${columns > 1 && html` colspan="${columns}"`}${rows > 1 && html` rowspan="${rows}"`}`
  return head ? html`<th${spans}>${runElements(runs)}</th>` : html`<td${spans}>${runElements(runs)}</td>`
}

export function runElements(runs: readonly BodyRun[]): Fragment {
  return runs.map(({ text, bold, href }) => {
    const lines = text.split('\n').flatMap((line, at) => (at === 0 ? [line] : [html`<br>`, line]))
    const marked = bold ? html`<strong>${lines}</strong>` : lines
    return href !== undefined && isPublicAddress(href) ? html`<a href="${href}">${marked}</a>` : marked
  })
}
