import type { LayoutParagraph, ReportLayout } from '../../../report/render/report-layout.ts'
import { type TypefaceRole, typefaces } from '../../../report/render/typefaces.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { workbookWords as words } from './workbook-words.ts'

/** Width of the one column of the text sheets, in characters of 11-point type. */
const TEXT_WIDTH = 78
/** Points of one unit of that width, and points above and below the text of a row. */
const POINTS_A_UNIT = 5.3
const PADDING = 6
/** The tallest row that a sheet can have, in points. */
const MOST_HEIGHT = 409

/** Title and prose of the report, a paragraph a row or more. */
export function proseSheet({ titleLines, blocks }: ReportLayout): Sheet {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph')
  return textSheet(words.textSheet, [
    ...lineRows(titleLines.join(''), 'title'),
    ...paragraphs.flatMap((one) => lineRows(one.heading + one.rest, faceOf(one))),
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
    lines.flatMap((line) => lineRows(line, 'table')),
  )
}

function textSheet(name: string, rows: readonly SheetRow[]): Sheet {
  return { name, columnWidths: [TEXT_WIDTH], rows, merges: [], frozenRows: 0, repeatedRows: 1 }
}

const faceOf = ({ level, keepWithNext }: LayoutParagraph): TypefaceRole =>
  keepWithNext && (level === 'section' || level === 'part') ? level : 'body'

/** A paragraph in a row, or in several where it is too tall for one. */
function lineRows(text: string, role: TypefaceRole): readonly SheetRow[] {
  const size = role === 'title' ? 18 : 12
  const aLine = (TEXT_WIDTH * POINTS_A_UNIT) / size
  const lineHeight = size * 1.35
  const mostLines = Math.floor((MOST_HEIGHT - PADDING) / lineHeight)
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
  return divide(text, aLine * (mostLines - 1)).map((part) => ({
    height: Math.max(1, Math.ceil(widthOf(part) / aLine)) * lineHeight + PADDING,
    cells: [{ column: 1, value: part === '' ? null : part, style }],
  }))
}

/** Parts of at most that many em, each as long as its sentences allow. */
function divide(text: string, most: number): readonly string[] {
  const parts = ['']
  const sentences = text.match(/[^。；！？]*[。；！？]+[”’）]*|[^。；！？]+/g) ?? []
  for (const piece of sentences.flatMap((sentence) => (widthOf(sentence) <= most ? sentence : [...sentence]))) {
    const last = parts.at(-1) ?? ''
    if (last !== '' && widthOf(last) + widthOf(piece) > most) parts.push(piece)
    else parts[parts.length - 1] = last + piece
  }
  return parts
}

/** Width in em; letters and digits as wide as in the widest face that an office program may fall back to. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += character < '\u0080' ? 0.64 : 1
  return width
}
