import type { SourceDocument } from '../../quality/source-document.ts'
import { Budget } from '../budget.ts'
import { assembleDocument } from '../flow/assemble-document.ts'
import { cleanText, isPlainWord } from '../flow/clean-text.ts'
import type { FlowItem } from '../flow/flow.ts'
import { FlowBuilder } from '../flow/flow-builder.ts'
import { type ElementTraits, impliedEnds, type TablePart, traitsOf } from './html-elements.ts'
import { ListCounter } from './list-counter.ts'
import { type HtmlHandler, type StartTag, scanHtml } from './scan-html.ts'
import { TableContexts } from './table-contexts.ts'
import { asSeen, lookInside, plainLook, type TextLook } from './text-look.ts'

const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*collapse|mso-hide\s*:\s*all/i
// How far up an end tag looks for its start, as deep as browsers build a page. Keeps tag soup linear.
const searchDepth = 512
const maxColumnSpan = 1000
const maxRowSpan = 65_534

/**
 * Reads a page as a browser would show it, from the tokens alone: no tree is built, so neither depth nor size of the
 * page can exhaust the stack. What is hidden is left out; site furniture stays, as text.
 */
export function readHtml(source: string): SourceDocument {
  return assembleDocument('html', flowOfHtml(source, new Budget()))
}

/** What a page, or a piece of one, holds in the order of reading. */
export function flowOfHtml(source: string, budget: Budget): readonly FlowItem[] {
  const reader = new HtmlReader(budget)
  scanHtml(source, reader)
  return reader.finish()
}

type OpenElement = {
  readonly name: string
  readonly isInline: boolean
  readonly hides: boolean
  readonly list: ListCounter | null
  /** The look of text behind the element. */
  readonly around: TextLook
}

class HtmlReader implements HtmlHandler {
  readonly #flow: FlowBuilder
  readonly #open: OpenElement[] = []
  readonly #tables: TableContexts
  #line: string[] = []
  #hidden = 0
  #look = plainLook
  #pre = 0
  #paragraphs = 0
  #inTitle = false
  #title = ''

  constructor(budget: Budget) {
    this.#flow = new FlowBuilder(budget)
    this.#tables = new TableContexts(this.#flow)
  }

  finish() {
    this.#endParagraph()
    this.#flow.breakOff()
    this.#closeDownTo(0)
    const title = lineText(this.#title)
    const items = this.#flow.items
    return title === '' || items.some((item) => typeof item === 'string' && showsTitle(item, title))
      ? items
      : [title, ...items]
  }

  text(chars: string): void {
    if (this.#inTitle) this.#title += chars
    else if (this.#hidden > 0) return
    else this.#write(asSeen(chars, this.#look))
  }

  #write(chars: string): void {
    if (this.#pre > 0) this.#preformatted(chars)
    // White space before a paragraph's first word counts for nothing; most texts of a page are no more.
    else if (this.#line.length > 0 || !blank.test(chars)) this.#line.push(chars)
  }

  #preformatted(chars: string): void {
    const [first = '', ...rest] = chars.split('\n')
    this.#line.push(first.replace(/ /g, '\u00a0'))
    for (const line of rest) {
      this.#endParagraph()
      this.#line.push(line.replace(/ /g, '\u00a0'))
    }
  }

  startTag(tag: StartTag): void {
    const name = tag.name
    if (name === 'br' || name === 'hr') {
      if (this.#hidden === 0) this.#endParagraph()
      return
    }
    const traits = traitsOf(name)
    if (traits.isVoid) return
    if (name === 'title' && this.#hidden === 0 && this.#title === '') {
      this.#inTitle = true
      return
    }
    if (traits.part) {
      this.#startTablePart(traits.part, tag)
      return
    }
    if (traits.isBlock) {
      this.#closeImplied(name)
      if (this.#hidden === 0) this.#endParagraph()
    }
    const hides = traits.isDropped || isHidden(tag)
    if (tag.selfClosing && (name === 'svg' || name === 'math')) return
    const around = this.#look
    this.#look = lookInside(around, tag, !traits.isBlock)
    // An inline element matters only to what hides it and how its text looks.
    if (!traits.isBlock && !hides && this.#hidden === 0 && around === plainLook && this.#look === plainLook) return
    const list = name === 'ol' ? listOf(tag) : null
    if (name === 'li' && this.#hidden === 0 && !hides) this.#listNumber(tag)
    this.#push({ name, isInline: !traits.isBlock, hides, list, around })
  }

  #startTablePart(part: TablePart, tag: StartTag): void {
    if (this.#hidden === 0) this.#endParagraph()
    this.#closeDownTo(this.#tables.closedBy(part, this.#open.length))
    const hides = isHidden(tag)
    const visible = this.#hidden === 0 && !hides
    this.#push({ name: tag.name, isInline: false, hides, list: null, around: this.#look })
    this.#look = lookInside(this.#look, tag, false)
    const rowSpan = span(tag, 'rowspan', maxRowSpan)
    this.#tables.open(part, this.#open.length - 1, visible, {
      columnSpan: Math.max(1, span(tag, 'colspan', maxColumnSpan)),
      rowSpan: rowSpan === 0 ? Number.POSITIVE_INFINITY : rowSpan,
    })
  }

  endTag(name: string): void {
    if (name === 'title' && this.#inTitle) {
      this.#inTitle = false
      return
    }
    if (name === 'br') {
      this.#endBlock()
      return
    }
    const traits: ElementTraits = traitsOf(name)
    if (traits.part) {
      const index = this.#tables.endedBy(traits.part)
      if (index === null) return
      this.#endBlock()
      this.#closeDownTo(index)
      return
    }
    if (traits.isBlock) this.#endBlock()
    else if (this.#hidden === 0 && this.#look === plainLook) return
    const index = this.#findOpen((open) => open === name)
    if (index !== null) this.#closeDownTo(index)
  }

  #endBlock(): void {
    if (this.#hidden === 0) this.#endParagraph()
  }

  /** A block ends an open `<p>`, an `<li>` the one before. */
  #closeImplied(name: string): void {
    const ends = impliedEnds.get(name)
    if (ends) {
      const index = this.#findOpen((open) => ends.includes(open) || open === 'ul' || open === 'ol' || open === 'dl')
      if (index !== null && ends.includes(this.#open[index]?.name ?? '')) this.#closeDownTo(index)
    }
    const paragraph = this.#paragraphs === 0 ? null : this.#findOpen((open) => open === 'p')
    if (paragraph !== null) this.#closeDownTo(paragraph)
  }

  /** The innermost open element that fits, not looking out of the table cell. */
  #findOpen(fits: (name: string) => boolean): number | null {
    const floor = Math.max(this.#tables.scopeStart(), this.#open.length - searchDepth)
    for (let i = this.#open.length - 1; i >= floor; i--) if (fits(this.#open[i]?.name ?? '')) return i
    return null
  }

  #push(element: OpenElement): void {
    this.#open.push(element)
    if (element.hides) this.#hidden++
    if (element.name === 'pre' || element.name === 'listing') this.#pre++
    if (element.name === 'p') this.#paragraphs++
  }

  #closeDownTo(index: number): void {
    while (this.#open.length > index) {
      const element = this.#open.pop()
      if (!element) return
      if (this.#hidden === 0 && !element.isInline) this.#endParagraph()
      if (element.hides) this.#hidden--
      this.#look = element.around
      if (element.name === 'pre' || element.name === 'listing') this.#pre--
      if (element.name === 'p') this.#paragraphs--
      this.#tables.closed(this.#open.length)
    }
  }

  #listNumber(tag: StartTag): void {
    const index = this.#findOpen((open) => open === 'ol' || open === 'ul')
    const list = index === null ? null : this.#open[index]?.list
    if (list) this.#line.push(list.next(tag.attribute('value')))
  }

  #endParagraph(): void {
    if (this.#line.length === 0) return
    const text = lineText(this.#line.length === 1 ? (this.#line[0] ?? '') : this.#line.join(''))
    this.#line.length = 0
    this.#flow.paragraph(text)
  }
}

const blank = /^[ \t\n\r\f]*$/

/** White space as a browser collapses it, a no-break space as a space. */
function lineText(raw: string): string {
  const bare = raw.trim()
  if (isPlainWord(bare)) return bare
  return cleanText(raw.replace(/[ \t\n\r\f]+/g, ' ').trim())
    .replace(/\u00a0/g, ' ')
    .trim()
}

function showsTitle(paragraph: string, title: string): boolean {
  return title.includes(paragraph) ? paragraph.length * 2 >= title.length : paragraph.includes(title)
}

function isHidden(tag: StartTag): boolean {
  if (tag.attribute('hidden') !== null) return true
  const style = tag.attribute('style')
  return style !== null && hiddenStyle.test(style)
}

function span(tag: StartTag, name: 'rowspan' | 'colspan', most: number): number {
  const told = tag.attribute(name)
  if (told === null) return 1
  const digits = /^\s*\+?(\d{1,9})/.exec(told)?.[1]
  return digits === undefined ? 1 : Math.min(Number(digits), most)
}

function listOf(tag: StartTag): ListCounter | null {
  return ListCounter.of({
    type: tag.attribute('type'),
    start: tag.attribute('start'),
    style: tag.attribute('style'),
  })
}
