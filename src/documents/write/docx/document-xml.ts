import { linePitch, page, pageNumberDrop, pointsPerMm, typeSizes } from '../../../report/render/page-measures.ts'
import type { LayoutBlock, LayoutParagraph, ReportLayout } from '../../../report/render/report-layout.ts'
import { element } from '../xml.ts'
import { run, runProperties } from './run-xml.ts'
import { headingStyles, spacing, styleIds } from './styles-xml.ts'
import { tableXml } from './table-xml.ts'
import { namespaces, twips, w } from './word-xml.ts'

const mm = (length: number) => twips(length * pointsPerMm)
/** Height of the line that the page number stands on, in millimetres. */
const PAGE_NUMBER_LINE = (typeSizes.pageNumber * 1.3) / pointsPerMm
/** Free space between a table and the text around it, in points. */
const TABLE_GAP = { above: 4, below: 10 }

/** Which footer stands on which pages, and its relationship. */
export const footers = [
  { id: 'rId4', pages: 'default', side: 'right', file: 'footer1.xml' },
  { id: 'rId5', pages: 'even', side: 'left', file: 'footer2.xml' },
] as const

/** The part word/document.xml. */
export function documentXml({ titleLines, blocks }: ReportLayout): string {
  const title = element('w:p', {}, element('w:pPr', {}, w('pStyle', styleIds.title)), run(titleLines.join('\n')))
  return element('w:document', namespaces, element('w:body', {}, title, ...blocks.map(blockXml), sectionProperties()))
}

/** `— 1 —` in 4号, one character from the outer edge, with so many points free below it. */
export function footerXml(side: 'left' | 'right', below = 0): string {
  const field = (type: string) => element('w:r', {}, element('w:fldChar', { 'w:fldCharType': type }))
  return element(
    'w:ftr',
    namespaces,
    element(
      'w:p',
      {},
      element(
        'w:pPr',
        {},
        w('pStyle', styleIds.pageNumber),
        below === 0 ? '' : element('w:spacing', { 'w:after': twips(below) }),
        element('w:ind', { [`w:${side}`]: twips(typeSizes.pageNumber) }),
        w('jc', side),
      ),
      run('— '),
      field('begin'),
      element('w:r', {}, element('w:instrText', { 'xml:space': 'preserve' }, 'PAGE')),
      field('separate'),
      run('1'),
      field('end'),
      run(' —'),
    ),
  )
}

function blockXml(block: LayoutBlock, place: number, all: readonly LayoutBlock[]): string {
  if (block.kind === 'table') return tableXml(block)
  const before = all[place - 1]?.kind === 'table' ? TABLE_GAP.below : 0
  const after = all[place + 1]?.kind === 'table' ? TABLE_GAP.above : 0
  return paragraphXml(block, before, after)
}

function paragraphXml(one: LayoutParagraph, before: number, after: number): string {
  const { level, heading, rest, keepWithNext, startsPage } = one
  const properties = [
    w('pStyle', (keepWithNext ? headingStyles[level] : undefined) ?? styleIds.body),
    keepWithNext ? w('keepNext') : '',
    startsPage ? w('pageBreakBefore') : '',
    before + after > 0 ? spacing(linePitch, before, after) : '',
  ]
  const face = level === 'section' || level === 'part' ? runProperties(level, null) : ''
  return element(
    'w:p',
    {},
    element('w:pPr', {}, ...properties),
    heading === '' ? '' : run(heading, face),
    rest === '' ? '' : run(rest),
  )
}

function sectionProperties(): string {
  return element(
    'w:sectPr',
    {},
    ...footers.map(({ id, pages }) => element('w:footerReference', { 'w:type': pages, 'r:id': id })),
    element('w:pgSz', { 'w:w': mm(page.width), 'w:h': mm(page.height) }),
    element('w:pgMar', {
      'w:top': mm(page.top),
      'w:right': mm(page.right),
      'w:bottom': mm(page.bottom),
      'w:left': mm(page.left),
      'w:header': mm(page.top / 2),
      'w:footer': mm(page.bottom - pageNumberDrop - PAGE_NUMBER_LINE),
      'w:gutter': 0,
    }),
  )
}
