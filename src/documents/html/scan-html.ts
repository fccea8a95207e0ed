import { decodeAttribute, decodeReferences } from './decode-references.ts'

/** Attribute names are in lower case; an attribute without value is ''. The first of two with one name counts. */
export type StartTag = {
  readonly name: string
  readonly selfClosing: boolean
  attribute(name: string): string | null
}

export type HtmlHandler = {
  startTag(tag: StartTag): void
  endTag(name: string): void
  text(chars: string): void
}

const tagName = /[a-z][^\s/>]*/iy
const attributePart = /([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*))?)?/y
const gap = /[\s/]*/y
const commentEnd = /--!?>/g

/** Elements whose content is text up to their end tag; `true` where character references count. */
const rawElements: Readonly<Record<string, boolean>> = {
  script: false,
  style: false,
  xmp: false,
  iframe: false,
  noembed: false,
  noframes: false,
  textarea: true,
  title: true,
}

/**
 * The tags and texts of a page in one pass, by the tokenization rules of the HTML standard as far as they decide what is
 * text (comments, raw text, quotes, references). Comments and doctypes are passed over. Linear in the size of the page.
 */
export function scanHtml(source: string, handler: HtmlHandler): void {
  let place = 0
  while (place < source.length) {
    const open = source.indexOf('<', place)
    if (open < 0) {
      handler.text(decodeReferences(source.slice(place)))
      return
    }
    if (open > place) handler.text(decodeReferences(source.slice(place, open)))
    place = scanMarkup(source, open, handler)
  }
}

/** Reads what begins with the `<` at `open`; gives the place after it. */
function scanMarkup(source: string, open: number, handler: HtmlHandler): number {
  const next = source.charCodeAt(open + 1)
  if (isLetter(next)) return scanStartTag(source, open, handler)
  if (next === 0x2f) {
    if (open + 2 === source.length) {
      handler.text('</')
      return source.length
    }
    if (!isLetter(source.charCodeAt(open + 2))) return after(source, '>', open + 2)
    const name = match(tagName, source, open + 2)?.[0] ?? ''
    const end = scanAttributes(source, open + 2 + name.length, null)
    if (end.place <= source.length) handler.endTag(name.toLowerCase())
    return end.place
  }
  if (source.startsWith('!--', open + 1)) return afterComment(source, open + 4)
  if (next === 0x21 || next === 0x3f) return after(source, '>', open + 2)
  handler.text('<')
  return open + 1
}

function scanStartTag(source: string, open: number, handler: HtmlHandler): number {
  const name = (match(tagName, source, open + 1)?.[0] ?? '').toLowerCase()
  const start = open + 1 + name.length
  if (source[start] === '>' && !Object.hasOwn(rawElements, name)) {
    handler.startTag({ name, selfClosing: false, attribute: () => null })
    return start + 1
  }
  const attributes: Attributes = new Map()
  const { place, selfClosing } = scanAttributes(source, start, attributes)
  // A tag that the file ends in is no tag.
  if (place > source.length) return place
  const attribute = (key: string) => {
    const value = attributes.get(key)
    return value === undefined ? null : decodeAttribute(value)
  }
  handler.startTag({ name, selfClosing, attribute })
  return Object.hasOwn(rawElements, name) ? scanRaw(source, place, name, handler) : place
}

type Attributes = Map<string, string>

/** To the `>` of a tag; `place` lies beyond the end of the source when there is none. */
function scanAttributes(
  source: string,
  start: number,
  attributes: Attributes | null,
): { place: number; selfClosing: boolean } {
  let place = start
  for (;;) {
    place += match(gap, source, place)?.[0].length ?? 0
    if (source[place] === '>') return { place: place + 1, selfClosing: source[place - 1] === '/' }
    const part = match(attributePart, source, place)
    if (!part) return { place: source.length + 1, selfClosing: false }
    place += part[0].length
    const quote = source[place]
    // A value whose quote is never closed reaches to the end of the file.
    if ((quote === '"' || quote === "'") && part[0].trimEnd().endsWith('=')) {
      return { place: source.length + 1, selfClosing: false }
    }
    const name = (part[1] ?? '').toLowerCase()
    if (attributes && !attributes.has(name)) attributes.set(name, part[2] ?? part[3] ?? part[4] ?? '')
  }
}

function scanRaw(source: string, start: number, name: string, handler: HtmlHandler): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  end.lastIndex = start
  const place = end.exec(source)?.index ?? source.length
  const text = source.slice(start, place)
  if (text !== '') handler.text(rawElements[name] ? decodeReferences(text) : text)
  return place
}

function afterComment(source: string, start: number): number {
  if (source.startsWith('>', start)) return start + 1
  if (source.startsWith('->', start)) return start + 2
  commentEnd.lastIndex = start
  const end = commentEnd.exec(source)
  return end ? end.index + end[0].length : source.length
}

function after(source: string, mark: string, start: number): number {
  const place = source.indexOf(mark, start)
  return place < 0 ? source.length : place + 1
}

function match(pattern: RegExp, source: string, place: number): RegExpExecArray | null {
  pattern.lastIndex = place
  return pattern.exec(source)
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
}
