import type { BodyBlock, ItemBody } from '../../../publications/item-body.ts'
import { isAddressee } from '../../../publications/official-lines.ts'
import { type Fragment, type Html, html } from '../../html.ts'
import { headingElement, listElement, runElements, tableContent } from './body-elements.ts'

/** The text of an item as a page shows it. `picture` gives the address of a figure's file; null where it is not there. */
export function itemText(body: ItemBody, picture: (digest: string) => string | null): Html {
  const blocks = body.map((block, at) => shown(block, isAddressee(body, at) ? 'left' : null, picture))
  return html`<div class="item-text" lang="zh-CN">${blocks}</div>`
}

function shown(block: BodyBlock, place: 'left' | null, picture: (digest: string) => string | null): Fragment {
  switch (block.type) {
    case 'heading':
      return headingElement(block.level, block.runs)
    case 'paragraph': {
      const align = block.align ?? place
      return html`<p${align && html` class="align-${align}"`}>${runElements(block.runs)}</p>
`
    }
    case 'list':
      return listElement(block.ordered, block.items)
    case 'table':
      return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${block.caption ?? '表格'}"><table>${tableContent(
        block.caption,
        block.rows,
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
