import { type HeadingLevel, plainHeadingLevel } from './heading-level.ts'

/** A piece of a line. `href` is an address of the web or of this portal; anything else is refused by `inspectBody`. */
export type BodyRun = {
  readonly text: string
  readonly bold?: true
  readonly href?: string
}

export type BodyCell = {
  readonly runs: readonly BodyRun[]
  readonly head?: true
  readonly columns?: number
  readonly rows?: number
}

/**
 * One block of a published text. Official documents have little: four levels of headings (一、 （一） 1. （1）), paragraphs, lists,
 * tables and figures. As there is no markup in it, no script can be.
 */
export type BodyBlock =
  | { readonly type: 'heading'; readonly level: HeadingLevel; readonly runs: readonly BodyRun[] }
  | { readonly type: 'paragraph'; readonly align?: 'center' | 'right'; readonly runs: readonly BodyRun[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly BodyRun[])[] }
  | { readonly type: 'table'; readonly caption: string | null; readonly rows: readonly (readonly BodyCell[])[] }
  /** `file`: digest of a stored picture. `alt`: what it shows, for whoever does not see it. */
  | { readonly type: 'figure'; readonly file: string; readonly alt: string; readonly caption: string | null }

export type ItemBody = readonly BodyBlock[]

/** The words of a text, a line a block: what search and comparison read. */
export function bodyText(body: ItemBody): string {
  return body.flatMap(linesOf).join('\n')
}

function linesOf(block: BodyBlock): readonly string[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [textOf(block.runs)]
    case 'list':
      return block.items.map(textOf)
    case 'table':
      return [
        ...(block.caption === null ? [] : [block.caption]),
        ...block.rows.map((row) => row.map(({ runs }) => textOf(runs)).join('\t')),
      ]
    case 'figure':
      return [block.alt, ...(block.caption === null ? [] : [block.caption])]
  }
}

function textOf(runs: readonly BodyRun[]): string {
  return runs.map(({ text }) => text).join('')
}

/** The pictures that a text shows, by digest. */
export function filesInBody(body: ItemBody): readonly string[] {
  return body.flatMap((block) => (block.type === 'figure' ? [block.file] : []))
}

/** Whether a link may stand on a public page: http, https, mail, a phone, or an address within this site. */
export function isPublicAddress(href: string): boolean {
  return /^(?:https?:\/\/[^\s<>"]+|mailto:[^\s<>"]+|tel:[+\d-]+|#[\w-]+|\/(?!\/)[^\s<>"\\]*)$/i.test(href)
}

/** A text out of plain lines: 一、 and （一） at the beginning of a short line make it a heading; empty lines part paragraphs. */
export function bodyFromPlainText(text: string): ItemBody {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const level = plainHeadingLevel(line)
      const runs = [{ text: line }]
      return level === null ? { type: 'paragraph', runs } : { type: 'heading', level, runs }
    })
}
