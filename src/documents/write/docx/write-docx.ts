import { AlignmentType, Document, Footer, type ISpacingProperties, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { linePitch, page, pageNumberDrop, pointsPerMm, typeSizes } from '../../../report/render/page-measures.ts'
import type { LayoutBlock, LayoutParagraph, ReportLayout } from '../../../report/render/report-layout.ts'
import { printableText } from '../printable-text.ts'
import { docxStyles, face, headingStyles, styleIds, twips } from './docx-styles.ts'
import { docxTable } from './docx-table.ts'
import { finishDocx } from './finish-docx.ts'

const mm = (length: number) => twips(length * pointsPerMm)
/** Height of the line that the page number stands on, in millimetres. */
const PAGE_NUMBER_LINE = (typeSizes.pageNumber * 1.3) / pointsPerMm

/** Free lines between a table and the text around it, in points. */
const TABLE_GAP = { above: 4, below: 10 }

/**
 * A Word file by GB/T 9704-2012, without macros, that Word, WPS and LibreOffice open alike. The same layout gives the
 * same bytes on any day.
 */
export async function writeDocx(layout: ReportLayout): Promise<Uint8Array> {
  const title = printableText(layout.titleLines.join(''))
  const agency = printableText(layout.agency ?? title)
  const document = new Document({
    title,
    creator: agency,
    lastModifiedBy: agency,
    revision: 1,
    styles: docxStyles,
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(page.width), height: mm(page.height) },
            margin: {
              top: mm(page.top),
              right: mm(page.right),
              bottom: mm(page.bottom),
              left: mm(page.left),
              header: mm(page.top / 2),
              footer: mm(page.bottom - pageNumberDrop - PAGE_NUMBER_LINE),
              gutter: 0,
            },
          },
        },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children: [titleParagraph(layout.titleLines), ...layout.blocks.map(block)],
      },
    ],
  })
  return finishDocx(new Uint8Array(await Packer.toArrayBuffer(document)), layout.year)
}

function block(one: LayoutBlock, place: number, all: readonly LayoutBlock[]) {
  if (one.kind === 'table') return docxTable(one)
  const spacing = {
    ...(all[place - 1]?.kind === 'table' ? { before: twips(TABLE_GAP.below) } : {}),
    ...(all[place + 1]?.kind === 'table' ? { after: twips(TABLE_GAP.above) } : {}),
  }
  return paragraph(one, spacing)
}

function titleParagraph(lines: readonly string[]): Paragraph {
  const runs = lines.map(
    (line, place) => new TextRun({ text: printableText(line), ...(place > 0 ? { break: 1 } : {}) }),
  )
  return new Paragraph({ style: styleIds.title, children: runs })
}

function paragraph({ level, heading, rest, keepWithNext, startsPage }: LayoutParagraph, spacing: ISpacingProperties) {
  const style = (keepWithNext ? headingStyles[level] : undefined) ?? styleIds.body
  const marked = level === 'section' || level === 'part' ? face(level) : {}
  const runs = [
    ...(heading === '' ? [] : [new TextRun({ text: printableText(heading), ...marked })]),
    ...(rest === '' ? [] : [new TextRun(printableText(rest))]),
  ]
  return new Paragraph({
    style,
    keepNext: keepWithNext,
    pageBreakBefore: startsPage,
    spacing: { line: twips(linePitch), lineRule: 'exact', ...spacing },
    children: runs,
  })
}

/** `— 1 —` in 4号, one character from the outer edge. */
function pageNumber(side: 'left' | 'right'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: styleIds.pageNumber,
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: twips(typeSizes.pageNumber) },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}
