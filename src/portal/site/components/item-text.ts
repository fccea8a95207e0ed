import type { BodyBlock, BodyRun, ItemBody } from '../../../publications/item-body.ts'
import { isPublicAddress } from '../../../publications/item-body.ts'
import { type Fragment, type Html, html } from '../../html.ts'

/** The text of an item as a page shows it. `picture` gives the address of a figure's file; null where it is not there. */
export function itemText(body: ItemBody, picture: (digest: string) => string | null): Html {
  return html`<div class="item-text" lang="zh-CN">${body.map((block) => shown(block, picture))}</div>`
}

function shown(block: BodyBlock, picture: (digest: string) => string | null): Fragment {
  switch (block.type) {
    case 'heading':
      return heading(block.level, runs(block.runs))
    case 'paragraph':
      return html`<p${block.align && html` class="align-${block.align}"`}>${runs(block.runs)}</p>
`
    case 'list': {
      const items = block.items.map((item) => html`<li>${runs(item)}</li>`)
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`
    }
    case 'table':
      return html`<div class="table-scroll" tabindex="0" role="region"${
        block.caption !== null ? html` aria-label="${block.caption}"` : html` aria-label="表格"`
      }><table>${block.caption !== null && html`<caption>${block.caption}</caption>`}${block.rows.map(
        (row) => html`<tr>${row.map(cell)}</tr>`,
      )}</table></div>`
    case 'figure': {
      const address = picture(block.file)
      return html`<figure>${
        address === null
          ? html`<p class="quiet">${block.alt}</p>`
          : html`<img src="${address}" alt="${block.alt}" loading="lazy">`
      }${block.caption !== null && html`<figcaption>${block.caption}</figcaption>`}</figure>`
    }
  }
}

/** Below the title of the page, which is its only h1. */
function heading(level: 1 | 2 | 3 | 4, content: Fragment): Html {
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

function cell({
  runs: content,
  head,
  columns,
  rows,
}: Extract<BodyBlock, { type: 'table' }>['rows'][number][number]): Html {
  const spans = html`${columns !== undefined && columns > 1 && html` colspan="${columns}"`}${rows !== undefined && rows > 1 && html` rowspan="${rows}"`}`
  return head ? html`<th${spans}>${runs(content)}</th>` : html`<td${spans}>${runs(content)}</td>`
}

function runs(all: readonly BodyRun[]): Fragment {
  return all.map(({ text, bold, href }) => {
    const lines = text.split('\n').flatMap((line, at) => (at === 0 ? [line] : [html`<br>`, line]))
    const marked = bold ? html`<strong>${lines}</strong>` : lines
    return href !== undefined && isPublicAddress(href) ? html`<a href="${href}">${marked}</a>` : marked
  })
}
