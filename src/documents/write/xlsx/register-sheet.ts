import type { Register } from '../../../office/register.ts'
import { typefaces } from '../../../report/render/typefaces.ts'
import { printableText } from '../printable-text.ts'
import type { CellStyle } from './cell-styles.ts'
import type { SheetRow } from './sheet.ts'
import { writeWorkbook } from './write-xlsx.ts'

/** Rows above the table: title, agency, lead. */
const above = 3
/** Characters of all columns together, in 11-point type: about the width of a page. */
const wholeWidth = 96

/** A register as a workbook with one sheet, to be sorted and copied from: every cell is text. */
export function writeRegisterXlsx({ agency, title, lead, heads, widths, rows, on }: Register): Uint8Array {
  const shares = widths.reduce((sum, one) => sum + one, 0)
  const columnWidths = widths.map((share) => (share / shares) * wholeWidth)
  const line = (text: string, role: 'title' | 'table', change: Partial<CellStyle> = {}): SheetRow => {
    const style: CellStyle = {
      ...{ face: typefaces[role].name, size: role === 'title' ? 18 : 11, numberFormat: '@', indent: 0 },
      ...{ horizontal: 'left', wrapped: true, vertical: false, bordered: false },
      ...change,
    }
    const height = role === 'title' ? 32 : 16 * Math.ceil((2 * text.length) / wholeWidth) + 6
    return {
      height,
      cells: heads.map((_, at) => ({ column: at + 1, value: at === 0 ? printableText(text) : null, style })),
    }
  }
  const style: CellStyle = {
    ...{ face: typefaces.table.name, size: 11, numberFormat: '@', horizontal: 'left', indent: 0 },
    ...{ wrapped: true, vertical: false, bordered: true },
  }
  const tableRow = (row: readonly string[]): SheetRow => ({
    // As many lines as the fullest cell needs, a Chinese character being two digits wide.
    height: 15 * Math.max(...row.map((text, at) => Math.ceil((2 * text.length) / (columnWidths[at] ?? 1)) || 1)) + 6,
    cells: row.map((text, at) => ({ column: at + 1, value: text === '' ? null : printableText(text), style })),
  })
  const merges = Array.from({ length: above }, (_, at) => ({
    ...{ top: at + 1, left: 1, bottom: at + 1, right: heads.length },
  }))
  const sheet = {
    name: title.slice(0, 31),
    columnWidths,
    rows: [
      line(title, 'title', { horizontal: 'center' }),
      line(agency, 'table', { horizontal: 'center' }),
      line(lead, 'table'),
      tableRow(heads),
      ...rows.map(tableRow),
    ],
    merges,
    frozenRows: above + 1,
    repeatedRows: above + 1,
  }
  return writeWorkbook([sheet], { title, author: agency, made: new Date(`${on}T00:00:00Z`) })
}
