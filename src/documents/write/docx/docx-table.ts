import { Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { cellSides } from '../../../report/render/page-measures.ts'
import type { LayoutCell, LayoutRow, LayoutTable } from '../../../report/render/report-layout.ts'
import { printableText } from '../printable-text.ts'
import { halfPoints, styleIds, twips } from './docx-styles.ts'

const THIN = { style: 'single', size: 4, color: '000000', space: 0 } as const

/** A real table: grid columns, merged cells, head rows that Word repeats, rows that no page divides. */
export function docxTable(table: LayoutTable): Table {
  const widths = table.columnWidths.map(twips)
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' },
    columnWidths: widths,
    layout: 'fixed',
    alignment: 'center',
    margins: sides(cellSides.data),
    borders: {
      top: THIN,
      bottom: THIN,
      left: THIN,
      right: THIN,
      insideHorizontal: THIN,
      insideVertical: THIN,
    },
    rows: table.rows.map((row, index) => tableRow(table, row, index, widths)),
  })
}

function tableRow(table: LayoutTable, row: LayoutRow, index: number, widths: readonly number[]): TableRow {
  const keepNext = index < table.rows.length - 1
  return new TableRow({
    cantSplit: true,
    tableHeader: index < table.headRows,
    height: { value: twips(table.rowHeight), rule: 'atLeast' },
    children: row.cells.map((cell) => tableCell(table, cell, widths, keepNext)),
  })
}

function tableCell(table: LayoutTable, cell: LayoutCell, widths: readonly number[], keepNext: boolean): TableCell {
  const width = widths.slice(cell.column, cell.column + cell.colSpan).reduce((sum, one) => sum + one, 0)
  const text = printableText(cell.text)
  const size = halfPoints(cell.scope === null ? table.dataSize : table.textSize)
  return new TableCell({
    width: { size: width, type: 'dxa' },
    ...(cell.colSpan > 1 ? { columnSpan: cell.colSpan } : {}),
    ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    ...(cell.vertical ? { textDirection: 'tbRl' as const } : {}),
    ...(cell.sides === cellSides.data ? {} : { margins: sides(cell.sides) }),
    verticalAlign: 'center',
    children: [
      new Paragraph({
        style: styleIds.table,
        keepNext,
        spacing: { line: twips(table.linePitch), lineRule: 'exact' },
        ...(cell.align === 'left' ? { alignment: 'left' as const } : {}),
        children: text === '' ? [] : text.split('\n').map((line, place) => textRun(line, size, place)),
        run: { size },
      }),
    ],
  })
}

function sides(points: number) {
  return {
    marginUnitType: 'dxa' as const,
    top: twips(1.5),
    bottom: twips(1.5),
    left: twips(points),
    right: twips(points),
  }
}

const textRun = (text: string, size: number, place: number) =>
  new TextRun({ text, size, ...(place > 0 ? { break: 1 } : {}) })
