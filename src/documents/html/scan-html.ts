import { decodeAttribute, decodeReferences } from './decode-references.ts'

/**
 * A start tag, good until the handler returns. Names are in lower case and ASCII; an attribute without value is ''. The first
 * of two attributes with one name counts.
 */
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

const commentEnd = /--!?>/g

/** Elements whose content is text up to their end tag; `true` where character references count. */
const rawElements: ReadonlyMap<string, boolean> = new Map([
  ['script', false],
  ['style', false],
  ['xmp', false],
  ['iframe', false],
  ['noembed', false],
  ['noframes', false],
  ['textarea', true],
  ['title', true],
])

/**
 * The tags and texts of a page in one pass, by the tokenization rules of the HTML standard as far as they decide what is
 * text (comments, raw text, quotes, references). Comments and doctypes are passed over. Linear in the size of the page.
 */
export function scanHtml(source: string, handler: HtmlHandler): void {
  const tag = new ScannedTag(source)
  let place = 0
  while (place < source.length) {
    const open = source.indexOf('<', place)
    if (open < 0) {
      handler.text(decodeReferences(source.slice(place)))
      return
    }
    if (open > place) handler.text(decodeReferences(source.slice(place, open)))
    place = scanMarkup(source, open, handler, tag)
  }
}

/** Reads what begins with the `<` at `open`; gives the place after it. */
function scanMarkup(source: string, open: number, handler: HtmlHandler, tag: ScannedTag): number {
  const next = source.charCodeAt(open + 1)
  if (isLetter(next)) return scanStartTag(source, open, handler, tag)
  if (next === slash) {
    if (open + 2 === source.length) {
      handler.text('</')
      return source.length
    }
    if (!isLetter(source.charCodeAt(open + 2))) return after(source, '>', open + 2)
    const end = nameEnd(source, open + 2)
    const place = scanAttributes(source, end, null)
    if (place <= source.length) handler.endTag(lowerCase(source, open + 2, end))
    return place
  }
  if (source.startsWith('!--', open + 1)) return afterComment(source, open + 4)
  if (next === 0x21 || next === 0x3f) return after(source, '>', open + 2)
  handler.text('<')
  return open + 1
}

function scanStartTag(source: string, open: number, handler: HtmlHandler, tag: ScannedTag): number {
  const end = nameEnd(source, open + 1)
  tag.spans.length = 0
  const place = scanAttributes(source, end, tag.spans)
  // A tag that the file ends in is no tag.
  if (place > source.length) return place
  tag.name = lowerCase(source, open + 1, end)
  tag.selfClosing = source.charCodeAt(place - 2) === slash
  handler.startTag(tag)
  return rawElements.has(tag.name) ? scanRaw(source, place, tag.name, handler) : place
}

/** One for all tags of a page, since a page has thousands; values are cut out only when asked for. */
class ScannedTag implements StartTag {
  name = ''
  selfClosing = false
  /** Four places in the source an attribute: where its name begins and ends, where its value begins and ends. */
  readonly spans: number[] = []
  readonly #source: string

  constructor(source: string) {
    this.#source = source
  }

  attribute(name: string): string | null {
    const spans = this.spans
    for (let i = 0; i < spans.length; i += 4) {
      const start = spans[i] ?? 0
      if ((spans[i + 1] ?? 0) - start !== name.length || !this.#reads(name, start)) continue
      return decodeAttribute(this.#source.slice(spans[i + 2], spans[i + 3]))
    }
    return null
  }

  #reads(name: string, start: number): boolean {
    for (let i = 0; i < name.length; i++) {
      const code = this.#source.charCodeAt(start + i)
      if ((code >= 0x41 && code <= 0x5a ? code + 0x20 : code) !== name.charCodeAt(i)) return false
    }
    return true
  }
}

const slash = 0x2f
const greater = 0x3e
const equals = 0x3d
const doubleQuote = 0x22
const singleQuote = 0x27

/** To the place after the `>` of a tag; beyond the end of the source when there is none. Notes attributes in `spans`. */
function scanAttributes(source: string, start: number, spans: number[] | null): number {
  let at = start
  for (;;) {
    let code = source.charCodeAt(at)
    while (code === slash || isSpace(code)) code = source.charCodeAt(++at)
    if (code === greater) return at + 1
    if (at >= source.length) return source.length + 1
    const name = at
    do code = source.charCodeAt(++at)
    while (at < source.length && code !== greater && code !== slash && code !== equals && !isSpace(code))
    const ending = at
    let value = 0
    let valueEnd = 0
    const sign = afterSpace(source, at)
    if (source.charCodeAt(sign) === equals) {
      at = afterSpace(source, sign + 1)
      code = source.charCodeAt(at)
      if (code === doubleQuote || code === singleQuote) {
        value = at + 1
        valueEnd = source.indexOf(code === doubleQuote ? '"' : "'", value)
        // A value whose quote is never closed reaches to the end of the file.
        if (valueEnd < 0) return source.length + 1
        at = valueEnd + 1
      } else {
        value = at
        while (at < source.length && code !== greater && !isSpace(code)) code = source.charCodeAt(++at)
        valueEnd = at
      }
    }
    spans?.push(name, ending, value, valueEnd)
  }
}

function scanRaw(source: string, start: number, name: string, handler: HtmlHandler): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  end.lastIndex = start
  const place = end.exec(source)?.index ?? source.length
  const text = source.slice(start, place)
  if (text !== '') handler.text(rawElements.get(name) ? decodeReferences(text) : text)
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

function afterSpace(source: string, start: number): number {
  let at = start
  while (isSpace(source.charCodeAt(at))) at++
  return at
}

/** The end of the tag name that begins at `start`. */
function nameEnd(source: string, start: number): number {
  let at = start
  let code = source.charCodeAt(at)
  while (at < source.length && code !== greater && code !== slash && !isSpace(code)) code = source.charCodeAt(++at)
  return at
}

/** Most names are in lower case already, and to ask costs less than to change them. */
function lowerCase(source: string, start: number, end: number): string {
  const name = source.slice(start, end)
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at)
    if ((code >= 0x41 && code <= 0x5a) || code > 0x7f) return name.toLowerCase()
  }
  return name
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
}

/** White space as `\s` has it. */
function isSpace(code: number): boolean {
  return code <= 0x20
    ? code === 0x20 || (code >= 0x09 && code <= 0x0d)
    : code >= 0xa0 && wideSpace.test(String.fromCharCode(code))
}
const wideSpace = /\s/
