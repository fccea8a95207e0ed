import type { FlowItem } from '../flow/flow.ts'
import { resolveTable } from '../flow/resolve-table.ts'
import { continuesTable, joinTables } from './join-tables.ts'
import type { PageElement, PageLayout, PageTable } from './lay-out-page.ts'
import { hasColumns, runOn, type TextLine } from './text-lines.ts'

/** Makes one flow out of pages: tables that go on over a page end become one, wrapped lines one paragraph. */
export function joinPages(all: readonly PageLayout[]): FlowItem[] {
  const pages = withoutRunningHeads(all)
  const margins = textMargins(pages)
  const items: FlowItem[] = []
  let lastLine: TextLine | null = null
  let table: PageTable | null = null
  const endTable = () => {
    if (table) items.push(...resolveTable(table.cells))
    table = null
  }
  for (const { elements } of pages) {
    let isFirst = true
    for (const element of elements) {
      if (element.kind === 'table') {
        if (isFirst && table && continuesTable(table, element.table)) table = joinTables(table, element.table)
        else {
          endTable()
          table = element.table
        }
        lastLine = null
      } else {
        endTable()
        addLine(items, element.line, lastLine, margins)
        lastLine = element.line
      }
      isFirst = false
    }
  }
  endTable()
  return items.filter((item) => item !== '')
}

/** Leaves out the lines at the edge of a page that stand at the same place of other pages, numbers aside. */
function withoutRunningHeads(pages: readonly PageLayout[]): PageLayout[] {
  const counts = new Map<string, number>()
  for (const { elements } of pages)
    for (const place of new Set(elements.map(edgePlace)))
      if (place !== null) counts.set(place, (counts.get(place) ?? 0) + 1)
  const least = Math.max(2, pages.length / 3)
  const isRunning = (element: PageElement) => (counts.get(edgePlace(element) ?? '') ?? 0) >= least
  return pages.map(({ elements }) => ({ elements: elements.filter((element) => !isRunning(element)) }))
}

/** Words and height of a line at the edge; null for others, and for numbers alone, which may be a row's. */
function edgePlace(element: PageElement): string | null {
  if (!isLine(element) || !element.atEdge || !/\p{L}{2}/u.test(element.line.text)) return null
  return `${Math.round(element.top)} ${element.line.text.replace(/\d+/g, '0')}`
}

/** What begins so begins a paragraph, however full the line before is. */
const sectionNumber = /^\s*[一二三四五六七八九十]{1,3}\s*[、.．]/

type Margins = { readonly left: number; readonly right: number }

function addLine(items: FlowItem[], line: TextLine, before: TextLine | null, margins: Margins): void {
  const open = items.at(-1)
  const joined =
    before && typeof open === 'string' && continuesParagraph(line, before, margins) ? runOn(open, line.text) : null
  if (joined === null) items.push(line.text)
  else items[items.length - 1] = joined
}

/** The line before was full, and this one begins at the margin, without the indent of a new paragraph. */
function continuesParagraph(line: TextLine, before: TextLine, margins: Margins): boolean {
  const isFull = before.right > margins.right - 2.2 * before.size
  const isFlush = line.left < margins.left + 0.8 * line.size
  const isSameFont = Math.abs(line.size - before.size) < 0.15 * before.size
  const onNextPage = line.top < before.top
  if (sectionNumber.test(line.text) || hasColumns(line) || hasColumns(before)) return false
  return isFull && isFlush && isSameFont && (onNextPage || line.top - before.top < 3 * before.size)
}

/** Where lines usually begin, and where the longest end. */
function textMargins(pages: readonly PageLayout[]): Margins {
  const lines = pages.flatMap(({ elements }) => elements.filter(isLine).map(({ line }) => line))
  const counts = new Map<number, number>()
  let right = 0
  for (const line of lines) {
    const left = Math.round(line.left / 2) * 2
    counts.set(left, (counts.get(left) ?? 0) + 1)
    right = Math.max(right, line.right)
  }
  const often = [...counts].filter(([, count]) => count * 10 >= lines.length).map(([left]) => left)
  return { left: often.reduce((least, left) => Math.min(least, left), Number.POSITIVE_INFINITY), right }
}

function isLine(element: PageElement): element is Extract<PageElement, { kind: 'line' }> {
  return element.kind === 'line'
}
