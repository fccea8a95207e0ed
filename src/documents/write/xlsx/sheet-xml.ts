import { page } from '../../../report/render/page-measures.ts'
import { RELATIONSHIPS } from '../office-parts.ts'
import { element, xmlText } from '../xml.ts'
import type { CellStyles } from './cell-styles.ts'
import type { SharedStrings } from './shared-strings.ts'
import { cellName, rangeName, type Sheet, type SheetCell } from './sheet.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const A4 = 9

/** The part of one sheet: A4 upright, as wide as the page, with the margins of an official paper. */
export function sheetXml(sheet: Sheet, styles: CellStyles, strings: SharedStrings): string {
  const rows = sheet.rows.map(({ height, cells }, index) =>
    element(
      'row',
      { r: index + 1, ht: height, customHeight: 1 },
      ...cells.map((cell) => cellXml(cell, index + 1, styles, strings)),
    ),
  )
  const merges = sheet.merges.map((range) => element('mergeCell', { ref: rangeName(range) }))
  const inches = (mm: number) => mm / 25.4
  return element(
    'worksheet',
    { xmlns: MAIN },
    element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 })),
    element('sheetViews', {}, element('sheetView', { showGridLines: 0, workbookViewId: 0 }, pane(sheet.frozenRows))),
    element('sheetFormatPr', { defaultRowHeight: 15 }),
    element('cols', {}, ...sheet.columnWidths.map(columnXml)),
    element('sheetData', {}, ...rows),
    merges.length === 0 ? '' : element('mergeCells', { count: merges.length }, ...merges),
    element('printOptions', { horizontalCentered: 1 }),
    element('pageMargins', {
      left: inches(page.left),
      right: inches(page.right),
      top: inches(page.top),
      bottom: inches(page.bottom),
      header: inches(page.top / 2),
      footer: inches(page.bottom / 2),
    }),
    element('pageSetup', { paperSize: A4, orientation: 'portrait', fitToWidth: 1, fitToHeight: 0 }),
  )
}

/** The part xl/workbook.xml; the sheets are its first relationships, in their order. */
export function workbookXml(sheets: readonly Sheet[]): string {
  return element(
    'workbook',
    { xmlns: MAIN, 'xmlns:r': RELATIONSHIPS },
    element(
      'sheets',
      {},
      ...sheets.map(({ name }, index) => element('sheet', { name, sheetId: index + 1, 'r:id': `rId${index + 1}` })),
    ),
    element(
      'definedNames',
      {},
      ...sheets.map(({ name, repeatedRows }, index) =>
        element(
          'definedName',
          { name: '_xlnm.Print_Titles', localSheetId: index },
          xmlText(`'${name}'!$1:$${repeatedRows}`),
        ),
      ),
    ),
  )
}

/** The part docProps/app.xml. LibreOffice takes column widths as Excel means them only where it says Excel. */
export function programXml(): string {
  const xmlns = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'
  return element('Properties', { xmlns }, element('Application', {}, 'Microsoft Excel'))
}

function pane(frozenRows: number): string {
  if (frozenRows === 0) return ''
  const topLeftCell = cellName(frozenRows + 1, 1)
  return element('pane', { ySplit: frozenRows, topLeftCell, activePane: 'bottomLeft', state: 'frozen' })
}

const columnXml = (width: number, index: number) =>
  element('col', { min: index + 1, max: index + 1, width, customWidth: 1 })

function cellXml({ column, value, style }: SheetCell, row: number, styles: CellStyles, strings: SharedStrings): string {
  const place = { r: cellName(row, column), s: styles.numberOf(style) }
  if (value === null) return element('c', place)
  if (typeof value === 'number') return element('c', place, element('v', {}, String(value)))
  return element('c', { ...place, t: 's' }, element('v', {}, String(strings.numberOf(value))))
}
