import type { BodyBlock, ItemBody } from '../../../publications/item-body.ts'
import { type Html, html } from '../../html.ts'
import { headingElement, listElement, runElements, tableContent } from './body-elements.ts'

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
      return headingElement(block.level, block.runs)
    case 'paragraph':
      return html`<p${block.align && html` align="${block.align}"`}>${runElements(block.runs)}</p>`
    case 'list':
      return listElement(block.ordered, block.items)
    case 'table':
      return html`<table border="1">${tableContent(block.caption, block.rows)}</table>`
    case 'figure':
      return html`<figure><img src="${picture(block.file)}" alt="${block.alt}">${
        block.caption !== null && html`<figcaption>${block.caption}</figcaption>`
      }</figure>`
  }
}
