import type { ReportLayout } from '../../../report/render/report-layout.ts'
import { fixedDay, fixedZip } from '../fixed-zip.ts'
import { contentTypesXml, corePropertiesXml, mainRelationsXml, packageRelationsXml } from '../office-parts.ts'
import { part } from '../xml.ts'
import { CellStyles } from './cell-styles.ts'
import { SharedStrings } from './shared-strings.ts'
import type { Sheet } from './sheet.ts'
import { programXml, sheetXml, workbookXml } from './sheet-xml.ts'
import { tableSheet } from './table-sheet.ts'
import { notesSheet, proseSheet } from './text-sheet.ts'

const EXCEL_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const PROGRAM = 'docProps/app.xml'

/** A workbook with the text, the three tables and a sheet of notes. The same layout gives the same bytes on any day. */
export function writeXlsx(layout: ReportLayout): Uint8Array {
  const tables = layout.blocks.filter((block) => block.kind === 'table')
  const title = layout.titleLines.join('')
  const sheets = [proseSheet(layout), ...tables.map(tableSheet), notesSheet(layout)]
  return writeWorkbook(sheets, { title, author: layout.agency ?? title, made: fixedDay(layout.year) })
}

/** A workbook of these sheets, with what stands in its properties. */
export function writeWorkbook(
  sheets: readonly Sheet[],
  { title, author, made }: { readonly title: string; readonly author: string; readonly made: Date | null },
): Uint8Array {
  const [styles, strings] = [new CellStyles(), new SharedStrings()]
  const written = sheets.map((sheet) => sheetXml(sheet, styles, strings))
  const related = relatedParts(sheets)
  return fixedZip({
    '[Content_Types].xml': part(
      contentTypesXml([
        [PROGRAM, 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
        ['xl/workbook.xml', `${EXCEL_TYPE}.sheet.main+xml`],
        ...related.map(({ file, kind }) => [`xl/${file}`, `${EXCEL_TYPE}.${kind}+xml`] as const),
      ]),
    ),
    '_rels/.rels': part(packageRelationsXml('xl/workbook.xml', PROGRAM)),
    'docProps/core.xml': part(corePropertiesXml(title, author, made)),
    [PROGRAM]: part(programXml()),
    'xl/workbook.xml': part(workbookXml(sheets)),
    'xl/_rels/workbook.xml.rels': part(mainRelationsXml(related)),
    ...Object.fromEntries(written.map((xml, index) => [`xl/${sheetFile(index)}`, part(xml)])),
    'xl/styles.xml': part(styles.toXml()),
    'xl/sharedStrings.xml': part(strings.toXml()),
  })
}

const sheetFile = (index: number) => `worksheets/sheet${index + 1}.xml`

/** Sheets first, so that the number of a sheet is that of its relationship. */
function relatedParts(sheets: readonly Sheet[]) {
  return [
    ...sheets.map((_, index) => ({ file: sheetFile(index), kind: 'worksheet' })),
    { file: 'styles.xml', kind: 'styles' },
    { file: 'sharedStrings.xml', kind: 'sharedStrings' },
  ].map((one, index) => ({ ...one, id: `rId${index + 1}` }))
}
