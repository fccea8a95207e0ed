import { linePitch, page, pageNumberDrop, pointsPerMm, typeSizes } from '../../../report/render/page-measures.ts'
import type { Letter } from '../../../requests/letters/letter.ts'
import { attachmentMark } from '../../../requests/letters/templates/attachment-list.ts'
import { footerXml } from '../docx/document-xml.ts'
import { contentTypesFor, fontTableXml, settingsXml } from '../docx/package-parts.ts'
import { run, runProperties } from '../docx/run-xml.ts'
import { spacing, styleIds, stylesXml } from '../docx/styles-xml.ts'
import { namespaces, twips, w } from '../docx/word-xml.ts'
import { fixedZip } from '../fixed-zip.ts'
import { contentTypesXml, corePropertiesXml, mainRelationsXml, packageRelationsXml } from '../office-parts.ts'
import { element, part } from '../xml.ts'
import {
  attachmentIndents,
  besideLine,
  doubleLine,
  letterHead,
  letterRed,
  nameSize,
  signatureIndents,
  staysWhole,
} from './letter-measures.ts'

const mm = (length: number) => twips(length * pointsPerMm)
/** From the foot of a page number, whose line is so high, to the red line of the first page, in points. */
const BELOW_PAGE_NUMBER =
  (page.bottom - pageNumberDrop - letterHead.lineFromFoot) * pointsPerMm - typeSizes.pageNumber * 1.3

/** Parts that the main part refers to. The first page has the agency's name above, and no page number. */
const related = [
  { id: 'rId1', file: 'styles.xml', kind: 'styles' },
  { id: 'rId2', file: 'settings.xml', kind: 'settings' },
  { id: 'rId3', file: 'fontTable.xml', kind: 'fontTable' },
  { id: 'rId4', file: 'header1.xml', kind: 'header', pages: 'first' },
  { id: 'rId5', file: 'footer1.xml', kind: 'footer', pages: 'first' },
  { id: 'rId6', file: 'footer2.xml', kind: 'footer', pages: 'default' },
  { id: 'rId7', file: 'footer3.xml', kind: 'footer', pages: 'even' },
] as const

/**
 * A letter as a Word file in 信函格式, without macros. The same letter gives the same bytes on any day. Paragraphs from
 * `wholeFrom` on stay on one page with the signature; by default the last one, where it is short.
 */
export async function writeLetterDocx(letter: Letter, wholeFrom?: number): Promise<Uint8Array> {
  const day = new Date(`${letter.on}T00:00:00Z`)
  return fixedZip({
    '[Content_Types].xml': part(contentTypesXml(contentTypesFor(related))),
    '_rels/.rels': part(packageRelationsXml('word/document.xml')),
    'docProps/core.xml': part(corePropertiesXml(letter.title, letter.signature, day)),
    'word/document.xml': part(documentXml(letter, wholeFrom)),
    'word/_rels/document.xml.rels': part(mainRelationsXml(related)),
    'word/styles.xml': part(stylesXml()),
    'word/settings.xml': part(settingsXml()),
    'word/fontTable.xml': part(fontTableXml()),
    'word/header1.xml': part(headXml(letter.signature)),
    'word/footer1.xml': part(footXml()),
    'word/footer2.xml': part(footerXml('right', BELOW_PAGE_NUMBER)),
    'word/footer3.xml': part(footerXml('left', BELOW_PAGE_NUMBER)),
  })
}

function documentXml(letter: Letter, wholeFrom?: number): string {
  const body = [...letter.paragraphs, ...letter.remedies]
  const whole = wholeFrom ?? (staysWhole(body.at(-1) ?? '', letter) ? body.length - 1 : body.length)
  const indents = signatureIndents(letter.signature, letter.date)
  return element(
    'w:document',
    namespaces,
    element(
      'w:body',
      {},
      paragraph(letter.numberLine ?? '', spacing(linePitch, besideLine), w('jc', 'right')),
      paragraph(letter.title, w('pStyle', styleIds.title), spacing(typeSizes.title * 1.5, 2 * linePitch, linePitch)),
      paragraph(`${letter.addressee}：`, spacing(linePitch)),
      ...body.map((text, at) =>
        paragraph(text, w('pStyle', styleIds.body), ...(at >= whole ? [w('keepNext'), w('keepLines')] : [])),
      ),
      ...attachmentLines(letter.attachments ?? []),
      paragraph(letter.signature, w('keepNext'), spacing(linePitch, 2 * linePitch), right(indents.name)),
      paragraph(letter.date, w('keepNext'), spacing(linePitch), right(indents.date)),
      paragraph(letter.note, w('pStyle', styleIds.body), spacing(linePitch, linePitch)),
      sectionProperties(),
    ),
  )
}

/** 附件说明: two characters from the left, a line free before it, names below one another (GB/T 9704-2012, 7.3.4). */
function attachmentLines(lines: readonly string[]): readonly string[] {
  return lines.map((line, at) => {
    const { left, hanging } = attachmentIndents(line, at)
    const indent = element('w:ind', {
      'w:left': twips(left * typeSizes.body),
      'w:hanging': twips(hanging * typeSizes.body),
    })
    const mark = at === 0 ? attachmentMark : ''
    return paragraph(mark + line, w('keepNext'), spacing(linePitch, at === 0 ? linePitch : 0), indent)
  })
}

function right(characters: number): string {
  return element('w:ind', { 'w:right': twips(characters * typeSizes.body) }) + w('jc', 'right')
}

function paragraph(text: string, ...properties: readonly string[]): string {
  return element('w:p', {}, element('w:pPr', {}, ...properties), text === '' ? '' : run(text))
}

/** The agency's name in red, and the double line below it, which is wider than the text. */
function headXml(name: string): string {
  const size = nameSize(name)
  const face = runProperties('title', null) + w('color', letterRed) + runProperties(null, size)
  return element(
    'w:hdr',
    namespaces,
    element('w:p', {}, element('w:pPr', {}, spacing(size), w('jc', 'center')), run(name, face)),
    rule('thickThinSmallGap', letterHead.lineBelowName * pointsPerMm),
  )
}

function footXml(): string {
  return element('w:ftr', namespaces, rule('thinThickSmallGap', 1))
}

/** An empty line of `height` points with a double line under it. */
function rule(kind: 'thickThinSmallGap' | 'thinThickSmallGap', height: number): string {
  const side = (letterHead.lineWidth - page.width) / 2
  return element(
    'w:p',
    {},
    element(
      'w:pPr',
      {},
      element(
        'w:pBdr',
        {},
        element('w:bottom', { 'w:val': kind, 'w:sz': doubleLine.thick * 8, 'w:space': 0, 'w:color': letterRed }),
      ),
      spacing(height),
      element('w:ind', { 'w:left': mm(-side - page.left), 'w:right': mm(-side - page.right) }),
    ),
  )
}

function sectionProperties(): string {
  return element(
    'w:sectPr',
    {},
    ...related.flatMap((one) =>
      'pages' in one ? [element(`w:${one.kind}Reference`, { 'w:type': one.pages, 'r:id': one.id })] : [],
    ),
    element('w:pgSz', { 'w:w': mm(page.width), 'w:h': mm(page.height) }),
    element('w:pgMar', {
      'w:top': mm(page.top),
      'w:right': mm(page.right),
      'w:bottom': mm(page.bottom),
      'w:left': mm(page.left),
      'w:header': mm(letterHead.nameTop),
      'w:footer': mm(letterHead.lineFromFoot),
      'w:gutter': 0,
    }),
    w('titlePg'),
  )
}
