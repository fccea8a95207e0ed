import { strToU8, zipSync } from 'fflate'

/** A transparent picture of one pixel. */
export const onePixel = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
)

const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const related = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type DocxParts = {
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly links?: Readonly<Record<string, string>>
  readonly pictures?: Readonly<Record<string, Uint8Array>>
}

/** A Word file for tests out of the inside of its body and of its other parts. */
export function testDocx(body: string, { styles, numbering, footnotes, links = {}, pictures = {} }: DocxParts = {}) {
  const relations = [
    ...Object.entries(links).map(
      ([id, target]) =>
        `<Relationship Id="${id}" Type="${office}/hyperlink" Target="${target}" TargetMode="External"/>`,
    ),
    ...Object.keys(pictures).map(
      (name, at) => `<Relationship Id="pic${at + 1}" Type="${office}/image" Target="media/${name}"/>`,
    ),
  ]
  return zipSync({
    'word/document.xml': strToU8(
      `<w:document ${main} ${related} xmlns:wp="wp" xmlns:a="a"><w:body>${body}</w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    ),
    ...(styles !== undefined && { 'word/styles.xml': strToU8(`<w:styles ${main}>${styles}</w:styles>`) }),
    ...(numbering !== undefined && {
      'word/numbering.xml': strToU8(`<w:numbering ${main}>${numbering}</w:numbering>`),
    }),
    ...(footnotes !== undefined && {
      'word/footnotes.xml': strToU8(`<w:footnotes ${main}>${footnotes}</w:footnotes>`),
    }),
    ...Object.fromEntries(Object.entries(pictures).map(([name, bytes]) => [`word/media/${name}`, bytes])),
  })
}

/** A paragraph with properties and text. */
export const p = (text: string, properties = '', run = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** A picture as Word draws it. */
export const drawing = (id: string, alt: string) =>
  `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${alt}"/><a:blip r:embed="${id}"/></wp:inline></w:drawing></w:r></w:p>`
