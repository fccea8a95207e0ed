import type { Block, Grid, GridCell, SourceDocument } from '../../quality/source-document.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { plainDecimal } from '../../report/ledger/money.ts'
import { columnLetters, type SheetCell } from '../../report/ledger/sheet-cell.ts'
import { Budget } from '../budget.ts'
import type { WorkbookSheet } from './open-workbook.ts'

/**
 * The sheets of a workbook that hold a table, as grids with their merged cells, for whoever reads tables by label. Sheets
 * of one column are prose: only the first line of the first of them is kept, the title, which says whose report it is.
 * Throws Refusal `formula-in-cell` for the first formula, `too-many-cells`.
 */
export function workbookDocument(sheets: readonly WorkbookSheet[]): SourceDocument {
  const budget = new Budget()
  const blocks: Block[] = []
  let text = ''
  for (const sheet of sheets.filter(({ visible }) => visible)) {
    const grid = gridOf(sheet, text, budget)
    if (grid) {
      blocks.push(grid.grid)
      text = grid.text
    } else if (text === '') {
      const title = firstWords(sheet)
      blocks.push({ kind: 'paragraph', text: title, start: 0, end: title.length })
      text = `${title}\n`
    }
  }
  return { format: 'html', text, blocks }
}

function gridOf(sheet: WorkbookSheet, before: string, budget: Budget): { grid: Grid; text: string } | null {
  const filled = new Map<string, SheetCell>()
  let [rows, columns] = [0, 0]
  for (const { number, cells } of sheet.rows())
    for (const [column, cell] of cells) {
      filled.set(`${number - 1} ${column}`, cell)
      rows = Math.max(rows, number)
      columns = Math.max(columns, column + 1)
    }
  const merged = sheet.merged()
  for (const range of merged) {
    rows = Math.max(rows, range.row + range.rowSpan)
    columns = Math.max(columns, range.column + range.columnSpan)
  }
  if (columns < 2) return null
  budget.spendCells(rows * columns)
  const spans = new Map(merged.map((range) => [`${range.row} ${range.column}`, range]))
  const covered = new Set<string>()
  for (const { row, column, rowSpan, columnSpan } of merged)
    for (let down = row; down < row + rowSpan; down++)
      for (let right = column; right < column + columnSpan; right++)
        if (down !== row || right !== column) covered.add(`${down} ${right}`)

  const start = before.length
  let text = before
  const cells: GridCell[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const place = `${row} ${column}`
      if (covered.has(place)) continue
      const cell = filled.get(place)
      const words = cell ? wordsOf(cell, sheet.name, row, column) : ''
      const { rowSpan = 1, columnSpan = 1 } = spans.get(place) ?? {}
      cells.push({ text: words, row, column, rowSpan, columnSpan, start: text.length })
      text += `${words}\t`
    }
    text += '\n'
  }
  return { grid: { kind: 'grid', cells, rows, columns, start, end: text.length }, text }
}

function firstWords(sheet: WorkbookSheet): string {
  for (const { number, cells } of sheet.rows())
    for (const [column, cell] of cells) {
      const words = wordsOf(cell, sheet.name, number - 1, column)
      if (words !== '') return words
    }
  return ''
}

function wordsOf(cell: SheetCell, sheet: string, row: number, column: number): string {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'number':
      return plainDecimal(cell.text) ?? cell.text
    case 'day':
      return cell.day
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE'
    case 'notADay':
    case 'error':
      return cell.text
    case 'formula':
      throw new Refusal('formula-in-cell', { sheet, cell: `${columnLetters(column)}${row + 1}` })
  }
}
