import type { Style, Workbook, Worksheet } from 'exceljs'
import { page } from '../../../report/render/page-measures.ts'
import type { LayoutCell, LayoutTable } from '../../../report/render/report-layout.ts'
import { typefaces } from '../../../report/render/typefaces.ts'
import { printableText } from '../printable-text.ts'

/** Rows above the grid: the name of the table. */
const ABOVE = 1
/** On a screen a table is read larger than on paper. */
const SCALE = 1.25
/** Points of one unit of column width in 11-point 宋体. */
const COLUMN_UNIT = 5.6

const THIN = { style: 'thin', color: { argb: 'FF000000' } } as const
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN }

/** A sheet with one table: cells merged as the form has them, numbers as numbers, the head repeated on each page. */
export function addTableSheet(workbook: Workbook, table: LayoutTable): void {
  const sheet = workbook.addWorksheet(sheetName(table.name), {
    pageSetup: pageSetup(table.headRows > 0 ? `1:${ABOVE + table.headRows}` : '1:1'),
    views: [{ state: 'frozen', ySplit: ABOVE + table.headRows, xSplit: 0, showGridLines: false }],
  })
  sheet.columns = table.columnWidths.map((width) => ({ width: (width * SCALE) / COLUMN_UNIT }))
  sheet.mergeCells(1, 1, 1, table.columnWidths.length)
  const heading = sheet.getCell(1, 1)
  heading.value = printableText(table.name)
  heading.font = { name: typefaces.section.name, size: 14 }
  heading.alignment = { horizontal: 'center', vertical: 'middle' }
  sheet.getRow(1).height = 30
  for (const [index, row] of table.rows.entries()) {
    for (const cell of row.cells) addCell(sheet, table, cell)
    sheet.getRow(ABOVE + 1 + index).height = SCALE * row.height
  }
}

/** A4 upright, as wide as the page, with the margins of an official paper. */
export function pageSetup(printTitlesRow: string): Worksheet['pageSetup'] {
  const inches = (mm: number) => mm / 25.4
  return {
    paperSize: 9,
    orientation: 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow,
    margins: {
      top: inches(page.top),
      right: inches(page.right),
      bottom: inches(page.bottom),
      left: inches(page.left),
      header: inches(page.top / 2),
      footer: inches(page.bottom / 2),
    },
  } as Worksheet['pageSetup']
}

/** A sheet's name has at most 31 characters and none of `[]:*?/\`. */
function sheetName(text: string): string {
  return printableText(text)
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
}

function addCell(sheet: Worksheet, table: LayoutTable, cell: LayoutCell): void {
  const [top, left] = [ABOVE + 1 + cell.row, 1 + cell.column]
  const [bottom, right] = [top + cell.rowSpan - 1, left + cell.colSpan - 1]
  if (top !== bottom || left !== right) sheet.mergeCells(top, left, bottom, right)
  const target = sheet.getCell(top, left)
  // A string is stored as a string: what begins with = + - @ never becomes a formula.
  target.value = cell.value ?? (cell.text === '' ? null : printableText(cell.text))
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) sheet.getCell(row, column).style = style(table, cell)
  }
}

function style(table: LayoutTable, cell: LayoutCell): Partial<Style> {
  return {
    font: { name: typefaces.table.name, size: cell.scope === null ? table.dataSize : table.textSize },
    border: BORDER,
    numFmt: cell.value === null ? '@' : numberFormat(cell.text),
    alignment: {
      horizontal: cell.align === 'left' ? 'left' : 'center',
      vertical: 'middle',
      wrapText: cell.value === null,
      ...(cell.vertical ? { textRotation: 'vertical' as const } : {}),
    },
  }
}

/** Whole numbers as such; decimals with the places they are written with. */
function numberFormat(text: string): string {
  const places = text.split('.')[1]?.length ?? 0
  return places === 0 ? '0' : `0.${'0'.repeat(places)}`
}
