import type { LayoutParagraph, ParagraphLevel } from './report-layout.ts'

/** How each level of an official paper is numbered. Half-width and full-width brackets and stops are both in use. */
const numbering: readonly { readonly level: ParagraphLevel; readonly pattern: RegExp }[] = [
  { level: 'section', pattern: /^[一二三四五六七八九十]+、/ },
  { level: 'part', pattern: /^[（(][一二三四五六七八九十]+[）)]/ },
  { level: 'subItem', pattern: /^[（(]\d{1,2}[）)]/ },
  { level: 'item', pattern: /^\d{1,2}(?:[.．](?!\d)|、)/ },
]

/** What ends the heading sentence of a numbered paragraph, and how long such a sentence is at most. */
const HEADING_END = /[。：:！；]/
const LONGEST_HEADING = 40

/**
 * One paragraph of prose with its level told by its number. The first sentence of a numbered paragraph is its heading
 * when it is short; a numbered line without an end mark is a heading alone.
 */
export function layoutParagraph(line: string): LayoutParagraph {
  const text = line.trim()
  const level = numbering.find(({ pattern }) => pattern.test(text))?.level ?? 'body'
  if (level === 'body') return bodyText(level, text)
  const end = text.search(HEADING_END)
  const length = end < 0 ? text.length : end + 1
  if (length > LONGEST_HEADING) return bodyText(level, text)
  const rest = text.slice(length)
  return {
    kind: 'paragraph',
    level,
    heading: text.slice(0, length),
    rest,
    keepWithNext: rest === '',
    startsPage: false,
  }
}

function bodyText(level: ParagraphLevel, text: string): LayoutParagraph {
  return { kind: 'paragraph', level, heading: '', rest: text, keepWithNext: false, startsPage: false }
}

/** A heading that stands alone, whatever its words. */
export function layoutHeading(text: string): LayoutParagraph {
  return { kind: 'paragraph', level: 'section', heading: text, rest: '', keepWithNext: true, startsPage: false }
}

/** The paragraphs of a text whose paragraphs are joined by line breaks; empty lines are dropped. */
export function layoutParagraphs(text: string): readonly LayoutParagraph[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(layoutParagraph)
}
