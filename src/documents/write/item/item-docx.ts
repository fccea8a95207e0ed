import { strToU8 } from 'fflate'
import type { BodyBlock, BodyRun, ItemBody } from '../../../publications/item-body.ts'
import { isAddressee } from '../../../publications/official-lines.ts'
import { page, pointsPerMm } from '../../../report/render/page-measures.ts'
import { run } from '../docx/run-xml.ts'
import { styleIds, stylesXml } from '../docx/styles-xml.ts'
import { namespaces, twips, w } from '../docx/word-xml.ts'
import { fixedZip } from '../fixed-zip.ts'
import { contentTypesXml, corePropertiesXml, packageRelationsXml, RELATIONSHIPS } from '../office-parts.ts'
import { element, xmlText } from '../xml.ts'

/** A picture of the text with its size in pixels, by which it is set. */
export type DocxPicture = { readonly bytes: Uint8Array; readonly mediaType: string }

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const textWidth = page.width - page.left - page.right
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
/** English Metric Units a millimetre, in which Word measures drawings. */
const emuPerMm = 36_000

/** A published text as a Word file: title, headings, tables and figures in the form of official documents. Same text, same bytes. */
export function itemDocx(
  title: string,
  maker: string,
  body: ItemBody,
  pictureOf: (digest: string) => DocxPicture | null,
): Uint8Array {
  const parts = new Relations(pictureOf)
  const blocks = body.map((block, at) => blockXml(block, isAddressee(body, at), parts)).join('')
  const heading = element('w:p', {}, element('w:pPr', {}, w('pStyle', styleIds.title)), run(title))
  const mm = (length: number) => twips(length * pointsPerMm)
  const section = element(
    'w:sectPr',
    {},
    element('w:pgSz', { 'w:w': mm(page.width), 'w:h': mm(page.height) }),
    element('w:pgMar', {
      'w:top': mm(page.top),
      'w:right': mm(page.right),
      'w:bottom': mm(page.bottom),
      'w:left': mm(page.left),
      'w:header': 851,
      'w:footer': 992,
      'w:gutter': 0,
    }),
  )
  const document = element('w:document', namespaces, element('w:body', {}, heading, blocks, section))
  const types = [
    ['word/document.xml', `${main}.document.main+xml`],
    ['word/styles.xml', `${main}.styles+xml`],
    ['word/numbering.xml', `${main}.numbering+xml`],
    ...parts.media.map(({ name, picture }) => [`word/media/${name}`, picture.mediaType] as const),
  ] as const
  return fixedZip({
    '[Content_Types].xml': strToU8(xml + contentTypesXml(types)),
    '_rels/.rels': strToU8(xml + packageRelationsXml('word/document.xml')),
    'docProps/core.xml': strToU8(xml + corePropertiesXml(title, maker, null)),
    'word/document.xml': strToU8(xml + document),
    'word/styles.xml': strToU8(xml + stylesXml()),
    'word/numbering.xml': strToU8(xml + numberingXml()),
    'word/_rels/document.xml.rels': strToU8(xml + parts.xml()),
    ...Object.fromEntries(parts.media.map(({ name, picture }) => [`word/media/${name}`, picture.bytes])),
  })
}

class Relations {
  readonly media: { readonly id: string; readonly name: string; readonly picture: DocxPicture }[] = []
  readonly #links: { readonly id: string; readonly href: string }[] = []
  readonly #pictureOf: (digest: string) => DocxPicture | null

  constructor(pictureOf: (digest: string) => DocxPicture | null) {
    this.#pictureOf = pictureOf
  }

  link(href: string): string {
    const id = `link${this.#links.length + 1}`
    this.#links.push({ id, href })
    return id
  }

  picture(digest: string): { readonly id: string; readonly at: number; readonly picture: DocxPicture } | null {
    const picture = this.#pictureOf(digest)
    if (!picture) return null
    const at = this.media.length + 1
    const id = `picture${at}`
    this.media.push({ id, name: `image${at}.${picture.mediaType === 'image/png' ? 'png' : 'jpeg'}`, picture })
    return { id, at, picture }
  }

  xml(): string {
    const relation = (Id: string, kind: string, Target: string, external = false) =>
      element('Relationship', {
        Id,
        Type: `${RELATIONSHIPS}/${kind}`,
        Target,
        ...(external && { TargetMode: 'External' }),
      })
    return element(
      'Relationships',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
      relation('styles', 'styles', 'styles.xml'),
      relation('numbering', 'numbering', 'numbering.xml'),
      ...this.#links.map(({ id, href }) => relation(id, 'hyperlink', href, true)),
      ...this.media.map(({ id, name }) => relation(id, 'image', `media/${name}`)),
    )
  }
}

function blockXml(block: BodyBlock, atLeft: boolean, parts: Relations): string {
  switch (block.type) {
    case 'heading':
      return paragraph(
        [
          w('pStyle', block.level === 1 ? styleIds.section : block.level === 2 ? styleIds.part : styleIds.body),
          w('keepNext'),
          ...(block.level > 2 ? [element('w:outlineLvl', { 'w:val': block.level - 1 })] : []),
        ],
        runsXml(block.runs, parts),
      )
    case 'paragraph':
      return paragraph(
        [w('pStyle', styleIds.body), ...(block.align ? [straight, w('jc', block.align)] : atLeft ? [straight] : [])],
        runsXml(block.runs, parts),
      )
    case 'list':
      return block.items
        .map((item, at) =>
          paragraph(
            [
              w('pStyle', styleIds.body),
              ...(block.ordered ? [] : [element('w:numPr', {}, w('ilvl', 0), w('numId', 1))]),
            ],
            (block.ordered ? run(`${at + 1}.`) : '') + runsXml(item, parts),
          ),
        )
        .join('')
    case 'table':
      return (
        captionXml(block.caption) +
        tableXml(block, parts) +
        element('w:p', {}, element('w:pPr', {}, w('pStyle', styleIds.body)))
      )
    case 'figure':
      return figureXml(block, parts) + captionXml(block.caption)
  }
}

const straight = element('w:ind', { 'w:firstLineChars': 0, 'w:firstLine': 0 })

function captionXml(caption: string | null): string {
  if (caption === null) return ''
  return paragraph([w('pStyle', styleIds.body), w('keepNext'), straight, w('jc', 'center')], run(caption))
}

function paragraph(properties: readonly string[], content: string): string {
  return element('w:p', {}, element('w:pPr', {}, ...properties), content)
}

function runsXml(runs: readonly BodyRun[], parts: Relations): string {
  return runs
    .map(({ text, bold, href }) => {
      const one = run(text, bold ? w('b') : '')
      return href === undefined || href.startsWith('#')
        ? one
        : element('w:hyperlink', { 'r:id': parts.link(href) }, one)
    })
    .join('')
}

function tableXml({ rows }: Extract<BodyBlock, { type: 'table' }>, parts: Relations): string {
  // Where a cell from above reaches down, Word wants one in each row.
  const reach: ({ left: number; span: number } | undefined)[] = []
  const laid = rows.map((row) => {
    const cells: { xml: string; span: number }[] = []
    let column = 0
    const goOn = () => {
      for (let above = reach[column]; above && above.left > 0; above = reach[column]) {
        above.left--
        cells.push({ xml: cellXml('', above.span, w('vMerge')), span: above.span })
        column += above.span
      }
    }
    for (const { runs, head, columns = 1, rows: down = 1 } of row) {
      goOn()
      const content = runsXml(head ? runs.map((one) => ({ ...one, bold: true as const })) : runs, parts)
      cells.push({ xml: cellXml(content, columns, down > 1 ? w('vMerge', 'restart') : ''), span: columns })
      reach[column] = { left: down - 1, span: columns }
      column += columns
    }
    goOn()
    return { cells, width: column, head: row.length > 0 && row.every(({ head }) => head) }
  })
  const columns = Math.max(1, ...laid.map(({ width }) => width))
  const width = Math.floor(twips(textWidth * pointsPerMm) / columns)
  const rule = { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '000000' }
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((edge) => element(`w:${edge}`, rule))
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblW', { 'w:w': width * columns, 'w:type': 'dxa' }),
      w('jc', 'center'),
      element('w:tblBorders', {}, ...edges),
    ),
    element('w:tblGrid', {}, ...Array.from({ length: columns }, () => element('w:gridCol', { 'w:w': width }))),
    ...laid.map(({ cells, head }) =>
      element(
        'w:tr',
        {},
        element('w:trPr', {}, w('cantSplit'), head ? w('tblHeader') : ''),
        ...cells.map(({ xml: one }) => one),
      ),
    ),
  )
}

function cellXml(content: string, span: number, merge: string): string {
  return element(
    'w:tc',
    {},
    element('w:tcPr', {}, span > 1 ? w('gridSpan', span) : '', merge),
    element('w:p', {}, element('w:pPr', {}, w('pStyle', styleIds.table)), content),
  )
}

function figureXml({ file, alt }: Extract<BodyBlock, { type: 'figure' }>, parts: Relations): string {
  const placed = parts.picture(file)
  if (!placed) return paragraph([w('pStyle', styleIds.body)], run(`［${alt}］`))
  const { width, height } = pictureSize(placed.picture.bytes)
  const scale = Math.min(textWidth / (width * 0.2646), 200 / (height * 0.2646), 1)
  const cx = Math.round(width * 0.2646 * scale * emuPerMm)
  const cy = Math.round(height * 0.2646 * scale * emuPerMm)
  const drawing = `<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="${placed.at}" name="${placed.id}" descr="${xmlText(alt).replaceAll('"', '&quot;')}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="${placed.at}" name="${placed.id}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${placed.id}" xmlns:r="${RELATIONSHIPS}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`
  return element('w:p', {}, element('w:pPr', {}, w('keepNext'), w('jc', 'center')), element('w:r', {}, drawing))
}

/** Pixels of a PNG or JPEG; a picture whose head says nothing is set as if it had 600 by 400. */
function pictureSize(bytes: Uint8Array): { readonly width: number; readonly height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const known = (width: number, height: number) => (width > 0 && height > 0 ? { width, height } : unknownSize)
  if (bytes[0] === 0x89 && bytes.length >= 24) return known(view.getUint32(16), view.getUint32(20))
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const mark = bytes[at + 1] ?? 0
    const isFrame = mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc
    if (isFrame) return known(view.getUint16(at + 7), view.getUint16(at + 5))
  }
  return unknownSize
}

const unknownSize = { width: 600, height: 400 }

/** One list of bullets. */
function numberingXml(): string {
  return element(
    'w:numbering',
    namespaces,
    element(
      'w:abstractNum',
      { 'w:abstractNumId': 0 },
      element(
        'w:lvl',
        { 'w:ilvl': 0 },
        w('start', 1),
        w('numFmt', 'bullet'),
        w('lvlText', '·'),
        w('lvlJc', 'left'),
        element('w:pPr', {}, element('w:ind', { 'w:left': 960, 'w:hanging': 320 })),
      ),
    ),
    element('w:num', { 'w:numId': 1 }, w('abstractNumId', 0)),
  )
}
