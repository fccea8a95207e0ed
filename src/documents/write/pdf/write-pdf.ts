import { linePitch, page, pageNumberDrop, typeSizes } from '../../../report/render/page-measures.ts'
import type {
  LayoutBlock,
  LayoutCell,
  LayoutRow,
  LayoutTable,
  ReportLayout,
} from '../../../report/render/report-layout.ts'
import { printableText } from '../printable-text.ts'
import { findText } from './find-text.ts'
import { reportTemplate } from './report-template.ts'
import { type Paper, prepareSetter } from './set-paper.ts'

/**
 * A PDF/A-2b with the look of the Word file. The faces in use are named in its keywords. Throws the Refusal
 * `missing-glyph` when no face at hand has a character: nothing is ever printed as an empty box.
 */
export function writePdf(layout: ReportLayout): Uint8Array {
  return prepareSetter()(reportPaper(layout))
}

/** A report as a paper to be set. */
export function reportPaper(layout: ReportLayout): Paper {
  return { template: reportTemplate, data: templateData(layout), placeOf: (text) => findText(layout, text) }
}

/** Everything the template prints or measures by. */
function templateData(layout: ReportLayout) {
  return {
    title: printableText(layout.titleLines.join('')),
    titleLines: layout.titleLines.map(printableText),
    authors: layout.agency === null ? [] : [printableText(layout.agency)],
    year: layout.year,
    sizes: typeSizes,
    linePitch,
    page,
    pageNumberDrop,
    blocks: layout.blocks.map((block, place) =>
      block.kind === 'table'
        ? {
            ...block,
            rows: block.rows.map((row) => templateRow(block, row)),
            ownPage: beginsPage(layout.blocks[place - 1]),
          }
        : { ...block, heading: printableText(block.heading), rest: printableText(block.rest) },
    ),
  }
}

/** The table after such a heading has the page to itself: it is whole without being measured for it, which takes long. */
function beginsPage(before: LayoutBlock | undefined): boolean {
  return before?.kind === 'paragraph' && before.startsPage
}

function templateRow(table: LayoutTable, { cells }: LayoutRow) {
  const holder = cells.find((cell) => cell.rowSpan === 1)
  return cells.map((cell) => ({
    row: cell.row,
    column: cell.column,
    rowSpan: cell.rowSpan,
    colSpan: cell.colSpan,
    sides: cell.sides,
    align: cell.align,
    head: cell.scope !== null,
    lines: cellLines(table, cell),
    strut: cell === holder,
  }))
}

/** A vertical head is one character a line, with a mark that follows it; a run too long for its column may be divided. */
function cellLines(table: LayoutTable, cell: LayoutCell): readonly string[] {
  const text = printableText(cell.text)
  if (cell.vertical) return text.match(/.[、，。]?/gu) ?? []
  const width = table.columnWidths.slice(cell.column, cell.column + cell.colSpan).reduce((sum, one) => sum + one, 0)
  const size = cell.scope === null ? table.dataSize : table.textSize
  const longest = Math.max(1, Math.floor((width - 2 * cell.sides) / (size * WIDEST_DIGIT)))
  return text.replace(/[!-~]+/g, (run) => divide(run, longest)).split('\n')
}

const WIDEST_DIGIT = 0.56

/** Divided by line ends: an invisible space between the characters would get into the text that a reader copies. */
function divide(run: string, longest: number): string {
  const pieces = Array.from({ length: Math.ceil(run.length / longest) }, (_, place) =>
    run.slice(place * longest, (place + 1) * longest),
  )
  return pieces.join('\n')
}
