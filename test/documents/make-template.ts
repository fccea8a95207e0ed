import { strToU8, type Zippable, zipSync } from 'fflate'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const schemas = 'http://schemas.openxmlformats.org'
const relation = `${schemas}/officeDocument/2006/relationships`
const namespaces = `xmlns:w="${schemas}/wordprocessingml/2006/main" xmlns:r="${relation}" xmlns:mc="${schemas}/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`

export type TemplateParts = {
  readonly body: string
  readonly header?: string
  readonly footnotes?: string
  readonly documentType?: string
  readonly prolog?: string
  /** Relationships of the main part besides, as XML. */
  readonly relations?: string
  readonly types?: string
  readonly more?: Zippable
}

/** A Word file as a template comes from an office, of hand-written WordprocessingML. */
export function makeTemplate(parts: TemplateParts): Uint8Array {
  const { header, footnotes } = parts
  const type = (name: string, kind: string) => `<Override PartName="/word/${name}.xml" ContentType="${kind}"/>`
  const related = (id: string, kind: string) =>
    `<Relationship Id="${id}" Type="${relation}/${kind}" Target="${kind === 'header' ? 'header7' : kind}.xml"/>`
  const sect = header === undefined ? '' : '<w:sectPr><w:headerReference w:type="default" r:id="rH"/></w:sectPr>'
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('document', parts.documentType ?? `${word}.document.main+xml`)}${header === undefined ? '' : type('header7', `${word}.header+xml`)}${footnotes === undefined ? '' : type('footnotes', `${word}.footnotes+xml`)}${parts.types ?? ''}</Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${parts.prolog ?? '<?xml version="1.0" encoding="UTF-8"?>'}<w:document ${namespaces}><w:body>${parts.body}${sect}</w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="${schemas}/package/2006/relationships">${header === undefined ? '' : related('rH', 'header')}${footnotes === undefined ? '' : related('rF', 'footnotes')}${parts.relations ?? ''}</Relationships>`,
    ),
    ...(header === undefined ? {} : { 'word/header7.xml': strToU8(`<w:hdr ${namespaces}>${header}</w:hdr>`) }),
    ...(footnotes === undefined
      ? {}
      : { 'word/footnotes.xml': strToU8(`<w:footnotes ${namespaces}>${footnotes}</w:footnotes>`) }),
    ...parts.more,
  })
}

/** A paragraph whose text Word has torn into runs of so many characters, with marks of its own between them. */
export function torn(text: string, length: number): string {
  const runs = [...Array(Math.ceil(text.length / length)).keys()].map((at) => {
    const piece = text.slice(at * length, (at + 1) * length)
    return `<w:proofErr w:type="spellStart"/><w:r w:rsidR="00A${at}"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${piece}</w:t></w:r>`
  })
  return `<w:p>${runs.join('')}</w:p>`
}
