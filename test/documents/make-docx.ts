import { strToU8, type Zippable, zipSync } from 'fflate'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'

export type DocxParts = {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  /** Attributes of the root element in place of the usual namespace declarations. */
  readonly namespaces?: string
  /** Made from the document part instead of plain UTF-8. */
  readonly encode?: (xml: string) => Uint8Array
  /** What stands before the root element. */
  readonly prolog?: string
  readonly more?: Zippable
}

/** A docx of hand-written WordprocessingML, for tests. */
export function makeDocx(parts: DocxParts): Uint8Array {
  const namespaces =
    parts.namespaces ??
    `xmlns:w="${main}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`
  const encode = parts.encode ?? strToU8
  const prolog = parts.prolog ?? '<?xml version="1.0" encoding="UTF-8"?>'
  const files: Zippable = {
    '_rels/.rels': strToU8(relations({ officeDocument: 'word/document.xml' })),
    'word/document.xml': encode(`${prolog}<w:document ${namespaces}><w:body>${parts.body}</w:body></w:document>`),
  }
  const related: Record<string, string> = {}
  for (const name of ['styles', 'numbering', 'footnotes'] as const) {
    const content = parts[name]
    if (content === undefined) continue
    related[name] = `${name}.xml`
    files[`word/${name}.xml`] = strToU8(`<w:${name} xmlns:w="${main}">${content}</w:${name}>`)
  }
  files['word/_rels/document.xml.rels'] = strToU8(relations(related))
  return zipSync({ ...files, ...parts.more })
}

function relations(targets: Readonly<Record<string, string>>): string {
  const items = Object.entries(targets).map(
    ([type, target], i) => `<Relationship Id="r${i}" Type="${relation}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packageRelations}">${items.join('')}</Relationships>`
}

/** A paragraph of one run. */
export const p = (text: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** A cell; `content` is text or, when it begins with a tag, markup. */
export const tc = (content: string, properties = ''): string =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith('<') ? content : p(content)}</w:tc>`

export const tr = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`
export const tbl = (...rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`
