import type {
  LayoutCell,
  LayoutParagraph,
  LayoutRow,
  LayoutTable,
  ReportLayout,
} from '../../../report/render/report-layout.ts'
import { printableText } from '../printable-text.ts'
import { reportCss } from './report-css.ts'

/**
 * One page that stands by itself: no script, no picture, nothing fetched. Every cell names its heads, tables scroll in
 * a box of their own on a narrow screen, and printing gives A4 with the margins of an official paper.
 */
export function writeHtml(layout: ReportLayout): Uint8Array {
  const title = escapeHtml(layout.titleLines.join(''))
  const page = [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
    `<title>${title}</title>`,
    ...(layout.agency ? [`<meta name="author" content="${escapeHtml(layout.agency)}">`] : []),
    `<style>\n${reportCss}\n</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${layout.titleLines.map((line) => `<span>${escapeHtml(line)}</span>`).join('')}</h1>`,
    ...layout.blocks.map((block) => (block.kind === 'table' ? table(block) : paragraph(block))),
    '</main>',
    '</body>',
    '</html>',
    '',
  ]
  return new TextEncoder().encode(page.join('\n'))
}

function paragraph({ level, heading, rest, keepWithNext, startsPage }: LayoutParagraph): string {
  if (level === 'section' && keepWithNext)
    return `<h2${startsPage ? ' class="new-page"' : ''}>${escapeHtml(heading)}</h2>`
  if (level === 'part' && keepWithNext) return `<h3>${escapeHtml(heading)}</h3>`
  const opening =
    level === 'part' && heading !== '' ? `<span class="part">${escapeHtml(heading)}</span>` : escapeHtml(heading)
  return `<p>${opening}${escapeHtml(rest)}</p>`
}

function table(one: LayoutTable): string {
  const { id, name, columnWidths, headRows, rows } = one
  const whole = columnWidths.reduce((sum, width) => sum + width, 0)
  const columns = columnWidths.map((width) => `<col style="width:${((100 * width) / whole).toFixed(2)}%">`)
  const groups: string[][] = []
  for (const [index, next] of rows.entries()) {
    if (index === 0 || next.startsGroup) groups.push([])
    groups[groups.length - 1]?.push(row(next))
  }
  const bodies = headRows > 0 ? groups.slice(1) : groups
  // The section's heading names the table for a screen reader; a caption would print it a second time.
  return [
    `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(name)}">`,
    `<table id="table-${id}" aria-label="${escapeHtml(name)}" style="${sizes(one)}">`,
    `<colgroup>${columns.join('')}</colgroup>`,
    ...(headRows > 0 ? ['<thead>', ...(groups[0] ?? []), '</thead>'] : []),
    ...bodies.flatMap((lines) => ['<tbody>', ...lines, '</tbody>']),
    '</table>',
    '</div>',
  ].join('\n')
}

/** On a screen the table is at least so wide that its longest number stands on one line; on paper it has the form's sizes. */
function sizes({ columnWidths, textSize, dataSize, rowHeight }: LayoutTable): string {
  const whole = columnWidths.reduce((sum, width) => sum + width, 0)
  const leastWidth = `${(whole / dataSize).toFixed(1)}em`
  return `--least-width:${leastWidth};--text-size:${textSize}pt;--data-size:${dataSize}pt;--row-height:${rowHeight.toFixed(1)}pt`
}

function row({ cells }: LayoutRow): string {
  return `<tr>${cells.map(cell).join('')}</tr>`
}

function cell({ text, scope, rowSpan, colSpan, align, vertical, id, heads }: LayoutCell): string {
  const spans = (rowSpan > 1 ? ` rowspan="${rowSpan}"` : '') + (colSpan > 1 ? ` colspan="${colSpan}"` : '')
  if (scope === null) {
    return `<td${spans} headers="${heads.join(' ')}">${escapeHtml(text)}</td>`
  }
  // The remark in the corner is the head of nothing.
  if (scope === 'corner') return `<td${spans} class="corner">${escapeHtml(text)}</td>`
  const look = vertical ? ' class="vertical"' : align === 'left' ? ' class="left"' : ''
  return `<th${spans} id="${id}" scope="${scope}"${look}>${escapeHtml(text).replaceAll('\n', '<br>')}</th>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeHtml = (text: string) =>
  printableText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
