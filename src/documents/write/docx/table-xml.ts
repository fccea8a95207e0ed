import { cellSides } from '../../../report/render/page-measures.ts'
import type { LayoutCell, LayoutTable } from '../../../report/render/report-layout.ts'
import { element } from '../xml.ts'
import { run, runProperties } from './run-xml.ts'
import { spacing, styleIds } from './styles-xml.ts'
import { twips, w } from './word-xml.ts'

/** Free space above and below the text of a cell, in points. */
const ABOVE = 1.5
const EDGES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const

/** A real table: grid columns, merged cells, head rows that Word repeats, rows that no page divides. */
export function tableXml(table: LayoutTable): string {
  const widths = table.columnWidths.map(twips)
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const rule = { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '000000' }
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblW', { 'w:w': whole, 'w:type': 'dxa' }),
      w('jc', 'center'),
      element('w:tblBorders', {}, ...EDGES.map((edge) => element(`w:${edge}`, rule))),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      element('w:tblCellMar', {}, margins(cellSides.data)),
    ),
    element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': width }))),
    ...table.rows.map((_, row) => rowXml(table, row, widths)),
  )
}

function rowXml(table: LayoutTable, row: number, widths: readonly number[]): string {
  // A cell that goes down through several rows stands in each of them.
  const cells = table.rows
    .flatMap((one) => one.cells)
    .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
    .sort((a, b) => a.column - b.column)
  const properties = [
    w('cantSplit'),
    element('w:trHeight', { 'w:val': twips(table.rowHeight), 'w:hRule': 'atLeast' }),
    row < table.headRows ? w('tblHeader') : '',
  ]
  return element(
    'w:tr',
    {},
    element('w:trPr', {}, ...properties),
    ...cells.map((cell) => cellXml(table, cell, row, widths)),
  )
}

function cellXml(table: LayoutTable, cell: LayoutCell, row: number, widths: readonly number[]): string {
  const width = widths.slice(cell.column, cell.column + cell.colSpan).reduce((sum, one) => sum + one, 0)
  const continues = row > cell.row
  const properties = [
    element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
    cell.colSpan > 1 ? w('gridSpan', cell.colSpan) : '',
    cell.rowSpan > 1 ? w('vMerge', continues ? 'continue' : 'restart') : '',
    cell.sides === cellSides.data ? '' : element('w:tcMar', {}, margins(cell.sides)),
    cell.vertical ? w('textDirection', 'tbRl') : '',
    w('vAlign', 'center'),
  ]
  const face = runProperties(null, cell.scope === null ? table.dataSize : table.textSize)
  const paragraph = [
    w('pStyle', styleIds.table),
    row < (table.fitsPage ? table.rows.length - 1 : table.headRows) ? w('keepNext') : '',
    spacing(table.linePitch),
    cell.align === 'left' ? w('jc', 'left') : '',
    element('w:rPr', {}, face),
  ]
  return element(
    'w:tc',
    {},
    element('w:tcPr', {}, ...properties),
    element('w:p', {}, element('w:pPr', {}, ...paragraph), continues || cell.text === '' ? '' : run(cell.text, face)),
  )
}

function margins(sides: number): string {
  const lengths = { top: ABOVE, left: sides, bottom: ABOVE, right: sides }
  return Object.entries(lengths)
    .map(([edge, points]) => element(`w:${edge}`, { 'w:w': twips(points), 'w:type': 'dxa' }))
    .join('')
}
