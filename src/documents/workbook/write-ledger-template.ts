import ExcelJS from 'exceljs'
import type { ColumnKind, LedgerColumn, Word } from '../../report/ledger/column.ts'
import { explanationMark, type LedgerSheet, ledgerSheets } from '../../report/ledger/sheets.ts'
import { parseDay } from '../../statute/day.ts'

/** Rows that the drop-downs and formats of the template reach. */
const PREPARED_ROWS = 5000
/** Columns' widths that a landscape A4 page shows in a readable size. */
const CHARACTERS_A_PAGE = 170
const FONT = '微软雅黑'
const INK = { argb: 'FF1F2937' }
const QUIET = { argb: 'FF6B7280' }
const REQUIRED_FILL = { argb: 'FFC7362F' }
const OPTIONAL_FILL = { argb: 'FF3F5F8A' }
const EXPLANATION_FILL = { argb: 'FFF3F4F6' }
const WORDS_SHEET = '_words'

/** What a template needs of a sheet. */
export type TemplateSheet = Pick<LedgerSheet, 'name' | 'columns' | 'examples'>

/** The empty workbook, by default of the ledger: every sheet of the declaration with drop-downs, explanations and marked examples. */
export async function writeLedgerTemplate(sheets: readonly TemplateSheet[] = ledgerSheets): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.creator = 'Gongkai'
  // A fixed day: the same program makes the same template.
  book.created = new Date(Date.UTC(2026, 0, 1))
  book.modified = book.created
  const lists = new Map<readonly Word[], string>()
  const addSheets = () => {
    for (const sheet of sheets) addSheet(book, sheet, lists)
  }
  for (const sheet of sheets)
    for (const { kind } of sheet.columns as readonly LedgerColumn[])
      if (kind.type === 'word' && !lists.has(kind.words))
        lists.set(kind.words, listRange(lists.size, kind.words.length))
  addSheets()
  const words = book.addWorksheet(WORDS_SHEET, { state: 'veryHidden' })
  for (const [at, list] of [...lists.keys()].entries())
    for (const [row, word] of list.entries()) words.getCell(row + 1, at + 1).value = word.label
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function listRange(column: number, length: number): string {
  const letter = String.fromCharCode(65 + column)
  return `${WORDS_SHEET}!$${letter}$1:$${letter}$${length}`
}

function addSheet(book: ExcelJS.Workbook, sheet: TemplateSheet, lists: ReadonlyMap<readonly Word[], string>): void {
  const page = book.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 2, topLeftCell: 'B3', activeCell: 'A3' }],
    pageSetup: printedOn(sheet),
  })
  page.columns = sheet.columns.map((column) => ({
    width: widthOf(column),
    style: {
      font: { name: FONT, size: 10, color: INK },
      alignment: { vertical: 'middle' as const, ...(column.kind.type === 'day' && { horizontal: 'center' as const }) },
      ...(formatOf(column.kind) === null ? {} : { numFmt: formatOf(column.kind) ?? '' }),
    },
  }))
  headingRow(page, sheet)
  explanationRow(page, sheet)
  for (const [at, example] of sheet.examples.entries()) exampleRow(page, sheet, 3 + at, example)
  const firstRow = 3 + sheet.examples.length
  for (const [at, column] of sheet.columns.entries()) {
    const validation = validationOf(column, lists)
    if (!validation) continue
    const letter = page.getColumn(at + 1).letter
    validations(page).add(`${letter}${firstRow}:${letter}${firstRow + PREPARED_ROWS - 1}`, validation)
  }
}

/** Landscape A4; a wide sheet takes several pages side by side, each with its headings and its first column. */
function printedOn({ columns }: TemplateSheet): Partial<ExcelJS.PageSetup> {
  const characters = columns.reduce((sum, column) => sum + widthOf(column), 0)
  return {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: Math.ceil(characters / CHARACTERS_A_PAGE),
    fitToHeight: 0,
    printTitlesRow: '1:2',
    printTitlesColumn: 'A:A',
  }
}

function headingRow(page: ExcelJS.Worksheet, sheet: TemplateSheet): void {
  const row = page.getRow(1)
  row.height = 28
  for (const [at, column] of sheet.columns.entries()) {
    const cell = row.getCell(at + 1)
    cell.value = column.heading
    cell.numFmt = '@'
    cell.font = { name: FONT, size: 10.5, bold: true, color: { argb: 'FFFFFFFF' } }
    cell.fill = solid(column.need === 'required' ? REQUIRED_FILL : OPTIONAL_FILL)
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.border = { right: { style: 'thin', color: { argb: 'FFFFFFFF' } } }
  }
}

function explanationRow(page: ExcelJS.Worksheet, sheet: TemplateSheet): void {
  const row = page.getRow(2)
  row.height = 76
  for (const [at, column] of sheet.columns.entries()) {
    const cell = row.getCell(at + 1)
    const need = column.need === 'required' ? '必填。' : ''
    cell.value = `${at === 0 ? explanationMark : ''}${need}${column.help}`
    cell.numFmt = '@'
    cell.font = { name: FONT, size: 9, color: QUIET }
    cell.fill = solid(EXPLANATION_FILL)
    cell.alignment = { vertical: 'top', wrapText: true }
    cell.border = { bottom: { style: 'thin', color: { argb: 'FFD1D5DB' } } }
  }
}

function exampleRow(
  page: ExcelJS.Worksheet,
  sheet: TemplateSheet,
  number: number,
  example: TemplateSheet['examples'][number],
): void {
  const row = page.getRow(number)
  for (const [at, column] of sheet.columns.entries()) {
    const value = example[column.id]
    if (value === undefined) continue
    const cell = row.getCell(at + 1)
    const on = column.kind.type === 'day' && typeof value === 'string' ? parseDay(value) : null
    cell.value = on ? new Date(on) : value
    cell.font = { name: FONT, size: 10, italic: true, color: QUIET }
  }
}

const solid = (colour: { argb: string }): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: colour })

function widthOf({ heading, kind, id }: LedgerColumn): number {
  if (id === 'title' || id === 'content') return 42
  const longest = kind.type === 'word' ? Math.max(...kind.words.map((word) => word.label.length)) : 0
  const base = kind.type === 'text' ? 20 : kind.type === 'day' ? 14 : 12
  return Math.min(30, Math.max(base, heading.length * 2 + 3, longest * 2 + 3))
}

function formatOf(kind: ColumnKind): string | null {
  switch (kind.type) {
    case 'text':
    case 'word':
      return '@'
    case 'day':
      return 'yyyy\\-mm\\-dd'
    case 'whole':
      return '0'
    case 'money':
      return '0.00####'
  }
}

function validationOf(
  { kind, heading }: LedgerColumn,
  lists: ReadonlyMap<readonly Word[], string>,
): ExcelJS.DataValidation | null {
  const refuse = (error: string) => ({
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: heading,
    error,
  })
  switch (kind.type) {
    case 'word':
      return { type: 'list', formulae: [lists.get(kind.words) ?? ''], ...refuse('请从下拉框中选择') }
    case 'day':
      return {
        type: 'date',
        operator: 'greaterThan',
        formulae: [new Date(Date.UTC(1949, 9, 1))],
        ...refuse('请填写日期，如 2025-03-03'),
      }
    case 'whole':
      return {
        type: 'whole',
        operator: 'between',
        formulae: [kind.from, kind.to],
        ...refuse(`请填写 ${kind.from} 至 ${kind.to} 的整数`),
      }
    case 'money':
      return { type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0], ...refuse('请填写不小于 0 的数字') }
    case 'text':
      return null
  }
}

/** exceljs has validations of whole ranges but leaves them out of its types. */
function validations(page: ExcelJS.Worksheet): { add: (range: string, validation: ExcelJS.DataValidation) => void } {
  return (page as unknown as { dataValidations: { add: (range: string, validation: ExcelJS.DataValidation) => void } })
    .dataValidations
}
