import type { Workbook, Worksheet } from 'exceljs'
import NewWorkbook from 'exceljs/lib/doc/workbook.js'
import { unzipSync } from 'fflate'
import type { LayoutParagraph, ReportLayout } from '../../../report/render/report-layout.ts'
import { type TypefaceRole, typefaces } from '../../../report/render/typefaces.ts'
import { fixedDay, fixedZip } from '../fixed-zip.ts'
import { printableText } from '../printable-text.ts'
import { addTableSheet, pageSetup } from './table-sheet.ts'
import { workbookWords as words } from './workbook-words.ts'

/** Width of the one column of the text sheets, in characters of 11-point type. */
const TEXT_WIDTH = 78

/** A workbook with the text, the three tables and a sheet of notes. The same layout gives the same bytes on any day. */
export async function writeXlsx(layout: ReportLayout): Promise<Uint8Array> {
  const workbook = new NewWorkbook()
  const title = printableText(layout.titleLines.join(''))
  workbook.title = title
  workbook.creator = printableText(layout.agency ?? title)
  workbook.lastModifiedBy = workbook.creator
  const day = fixedDay(layout.year) ?? new Date(0)
  workbook.created = day
  workbook.modified = day

  addTextSheet(workbook, title, layout)
  for (const block of layout.blocks) if (block.kind === 'table') addTableSheet(workbook, block)
  addNotesSheet(workbook, layout)
  return fixedZip(unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer())))
}

function addTextSheet(workbook: Workbook, title: string, layout: ReportLayout): void {
  const sheet = textSheet(workbook, words.textSheet)
  addLine(sheet, title, 'title', 'center')
  for (const block of layout.blocks) {
    if (block.kind === 'paragraph') addLine(sheet, printableText(block.heading + block.rest), faceOf(block), 'left')
  }
}

function addNotesSheet(workbook: Workbook, layout: ReportLayout): void {
  const sheet = textSheet(workbook, words.notesSheet)
  if (layout.agency !== null) addLine(sheet, `${words.agency}：${printableText(layout.agency)}`, 'table', 'left')
  if (layout.year !== null) addLine(sheet, `${words.year}：${layout.year}`, 'table', 'left')
  for (const note of words.notes) addLine(sheet, note, 'table', 'left')
}

function textSheet(workbook: Workbook, name: string): Worksheet {
  const sheet = workbook.addWorksheet(name, { pageSetup: pageSetup('1:1'), views: [{ showGridLines: false }] })
  sheet.columns = [{ width: TEXT_WIDTH }]
  return sheet
}

const faceOf = ({ level, keepWithNext }: LayoutParagraph): TypefaceRole =>
  keepWithNext && (level === 'section' || level === 'part') ? level : 'body'

function addLine(sheet: Worksheet, text: string, face: TypefaceRole, horizontal: 'left' | 'center'): void {
  const size = face === 'title' ? 18 : 12
  const row = sheet.addRow([text])
  const cell = row.getCell(1)
  cell.font = { name: typefaces[face].name, size }
  cell.numFmt = '@'
  cell.alignment = { wrapText: true, vertical: 'middle', horizontal, ...(face === 'body' ? { indent: 1 } : {}) }
  const aLine = Math.floor((TEXT_WIDTH * 5) / size)
  row.height = Math.min(MOST_HEIGHT, Math.ceil(text.length / aLine) * size * 1.5 + 6)
}

/** The tallest row that a sheet can have, in points. */
const MOST_HEIGHT = 409
