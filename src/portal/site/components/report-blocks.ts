import type { LayoutBlock, LayoutCell, LayoutParagraph, LayoutTable } from '../../../report/render/report-layout.ts'
import { type Html, html } from '../../html.ts'
import type { PageWords } from '../words/page-words.ts'

/** The blocks of an annual report on a page of the portal, below the page's own h1. */
export function reportBlocks(blocks: readonly LayoutBlock[], words: PageWords): Html {
  return html`<div class="report-text" lang="zh-CN">${blocks.map((block) =>
    block.kind === 'table' ? reportTable(block, words) : paragraph(block),
  )}</div>`
}

function paragraph({ level, heading, rest, keepWithNext }: LayoutParagraph): Html {
  if (level === 'section' && keepWithNext) return html`<h2>${heading}</h2>`
  if (level === 'part' && keepWithNext) return html`<h3>${heading}</h3>`
  return html`<p>${heading !== '' && level !== 'body' ? html`<span class="report-opening">${heading}</span>` : heading}${rest}</p>`
}

/** One of the three tables; each figure names its heads, and the box scrolls where the screen is narrow. */
export function reportTable({ id, name, columnWidths, headRows, rows }: LayoutTable, words: PageWords): Html {
  const whole = columnWidths.reduce((sum, width) => sum + width, 0)
  const lines = rows.map(({ cells }) => html`<tr>${cells.map(cell)}</tr>`)
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${words.tableScroll(name)}"><table class="report-table report-table-${id}" aria-label="${name}"><colgroup>${columnWidths.map(
    (width) => html`<col width="${((100 * width) / whole).toFixed(2)}%">`,
  )}</colgroup>${headRows > 0 && html`<thead>${lines.slice(0, headRows)}</thead>`}<tbody>${lines.slice(headRows)}</tbody></table></div>`
}

function cell({ text, scope, rowSpan, colSpan, align, vertical, id, heads }: LayoutCell): Html {
  const spans = html`${rowSpan > 1 && html` rowspan="${rowSpan}"`}${colSpan > 1 && html` colspan="${colSpan}"`}`
  if (scope === null) return html`<td${spans} headers="${heads.join(' ')}">${text}</td>`
  // The remark in the corner is the head of nothing.
  if (scope === 'corner') return html`<td${spans} class="corner">${text}</td>`
  const look = vertical ? html` class="vertical"` : align === 'left' && html` class="left"`
  return html`<th${spans} id="${id}" scope="${scope}"${look}>${text.split('\n').map((line, at) => html`${at > 0 && html`<br>`}${line}`)}</th>`
}
