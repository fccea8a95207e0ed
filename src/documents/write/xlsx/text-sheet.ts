import type { LayoutParagraph, ReportLayout } from '../../../report/render/report-layout.ts'
import { type TypefaceRole, typefaces } from '../../../report/render/typefaces.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { workbookWords as words } from './workbook-words.ts'

/** Width of the one column of the text sheets, in characters of 11-point type. */
const TEXT_WIDTH = 78
/** The tallest row that a sheet can have, in points. */
const MOST_HEIGHT = 409

/** Title and prose of the report, a paragraph a row. */
export function proseSheet({ titleLines, blocks }: ReportLayout): Sheet {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph')
  return textSheet(words.textSheet, [
    lineRow(titleLines.join(''), 'title'),
    ...paragraphs.map((one) => lineRow(one.heading + one.rest, faceOf(one))),
  ])
}

/** Whose report it is, and how the workbook is to be read. */
export function notesSheet({ agency, year }: ReportLayout): Sheet {
  const lines = [
    ...(agency === null ? [] : [`${words.agency}：${agency}`]),
    ...(year === null ? [] : [`${words.year}：${year}`]),
    ...words.notes,
  ]
  return textSheet(
    words.notesSheet,
    lines.map((line) => lineRow(line, 'table')),
  )
}

function textSheet(name: string, rows: readonly SheetRow[]): Sheet {
  return { name, columnWidths: [TEXT_WIDTH], rows, merges: [], frozenRows: 0, repeatedRows: 1 }
}

const faceOf = ({ level, keepWithNext }: LayoutParagraph): TypefaceRole =>
  keepWithNext && (level === 'section' || level === 'part') ? level : 'body'

function lineRow(text: string, role: TypefaceRole): SheetRow {
  const size = role === 'title' ? 18 : 12
  const aLine = Math.floor((TEXT_WIDTH * 5) / size)
  const height = Math.min(MOST_HEIGHT, Math.ceil(text.length / aLine) * size * 1.5 + 6)
  const style = {
    face: typefaces[role].name,
    size,
    numberFormat: '@',
    horizontal: role === 'title' ? 'center' : 'left',
    indent: role === 'body' ? 1 : 0,
    wrapped: true,
    vertical: false,
    bordered: false,
  } as const
  return { height, cells: [{ column: 1, value: text === '' ? null : text, style }] }
}
