import { type BodyBlock, type BodyRun, type ItemBody, isPublicAddress } from '../../../publications/item-body.ts'
import { type Fragment, type Html, html } from '../../html.ts'

/**
 * The text of an item for the editor of another platform: elements that every one of them keeps, no class, no style, no script.
 * `picture` gives the name of a figure's file beside it.
 */
function cleanHtml(body: ItemBody, picture: (digest: string) => string): Html {
  return html`${body.map(
    (block) => html`${shown(block, picture)}
`,
  )}`
}

/** The same as a page of its own, with the title above it. */
export function cleanPage(title: string, body: ItemBody, picture: (digest: string) => string): Html {
  return html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${title}</title></head>
<body>
<h1>${title}</h1>
${cleanHtml(body, picture)}</body>
</html>
`
}

function shown(block: BodyBlock, picture: (digest: string) => string): Html {
  switch (block.type) {
    case 'heading':
      return heading(block.level, runs(block.runs))
    case 'paragraph':
      return html`<p${block.align && html` align="${block.align}"`}>${runs(block.runs)}</p>`
    case 'list': {
      const items = block.items.map((item) => html`<li>${runs(item)}</li>`)
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`
    }
    case 'table':
      return html`<table border="1">${block.caption !== null && html`<caption>${block.caption}</caption>`}${block.rows.map(
        (row) => html`<tr>${row.map(cell)}</tr>`,
      )}</table>`
    case 'figure':
      return html`<figure><img src="${picture(block.file)}" alt="${block.alt}">${
        block.caption !== null && html`<figcaption>${block.caption}</figcaption>`
      }</figure>`
  }
}

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

type Cell = Extract<BodyBlock, { type: 'table' }>['rows'][number][number]

function cell({ runs: content, head, columns = 1, rows = 1 }: Cell): Html {
  const spans = html`${columns > 1 && html` colspan="${columns}"`}${rows > 1 && html` rowspan="${rows}"`}`
  return head ? html`<th${spans}>${runs(content)}</th>` : html`<td${spans}>${runs(content)}</td>`
}

function runs(all: readonly BodyRun[]): Fragment {
  return all.map(({ text, bold, href }) => {
    const lines = text.split('\n').flatMap((line, at) => (at === 0 ? [line] : [html`<br>`, line]))
    const marked = bold ? html`<strong>${lines}</strong>` : lines
    return href !== undefined && isPublicAddress(href) ? html`<a href="${href}">${marked}</a>` : marked
  })
}
