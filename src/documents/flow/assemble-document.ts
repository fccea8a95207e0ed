import type { Block, GridCell, SourceDocument } from '../../quality/source-document.ts'
import type { FlowGrid, FlowItem } from './flow.ts'

/**
 * Joins a flow to one text and gives each block its place in it. Paragraphs and grids end with `\n`, cells of one row
 * are joined by `\t`, rows by `\n`; the text of every paragraph and cell stands in `text` exactly at its `start`.
 */
export function assembleDocument(format: SourceDocument['format'], items: readonly FlowItem[]): SourceDocument {
  const document = assemble(format, items)
  // Every piece ends before a tab or a line feed, so halves of characters in two pieces never make a whole one.
  return document.text.isWellFormed() ? document : assemble(format, items.map(wellFormed))
}

function wellFormed(item: FlowItem): FlowItem {
  if (typeof item === 'string') return item.toWellFormed()
  return { ...item, cells: item.cells.map((cell) => ({ ...cell, text: cell.text.toWellFormed() })) }
}

function assemble(format: SourceDocument['format'], items: readonly FlowItem[]): SourceDocument {
  const writer = new TextWriter()
  const blocks: Block[] = []
  for (const item of items) {
    if (typeof item === 'string') {
      const start = writer.write(item)
      blocks.push({ kind: 'paragraph', text: item, start, end: writer.length })
    } else {
      blocks.push(writeGrid(writer, item))
    }
    writer.write('\n')
  }
  return { format, text: writer.toString(), blocks }
}

function writeGrid(writer: TextWriter, grid: FlowGrid): Block {
  const start = writer.length
  const cells: GridCell[] = []
  let row: number | null = null
  for (const cell of grid.cells) {
    if (row !== null) writer.write(cell.row === row ? '\t' : '\n')
    row = cell.row
    const { text, column, rowSpan, columnSpan } = cell
    cells.push({ text, row, column, rowSpan, columnSpan, start: writer.write(text) })
  }
  return { kind: 'grid', cells, rows: grid.rows, columns: grid.columns, start, end: writer.length }
}

class TextWriter {
  readonly #pieces: string[] = []
  length = 0

  /** Appends and says where the piece begins. */
  write(piece: string): number {
    const start = this.length
    this.#pieces.push(piece)
    this.length += piece.length
    return start
  }

  toString(): string {
    return this.#pieces.join('')
  }
}
