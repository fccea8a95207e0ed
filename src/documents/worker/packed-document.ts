import type { Block, GridCell, SourceDocument } from '../../quality/source-document.ts'

/**
 * A document on its way between processes. Every text of a block is a piece of the whole text, so numbers suffice: for a
 * paragraph -1, start, end; for a grid its count of cells, rows, columns, start, end, and six numbers a cell.
 */
export type PackedDocument = Pick<SourceDocument, 'format' | 'text'> & { readonly places: Int32Array }

const ofParagraph = -1

export function packDocument({ format, text, blocks }: SourceDocument): PackedDocument {
  const places: number[] = []
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      places.push(ofParagraph, block.start, block.end)
      continue
    }
    places.push(block.cells.length, block.rows, block.columns, block.start, block.end)
    for (const { row, column, rowSpan, columnSpan, start, text: own } of block.cells)
      places.push(row, column, rowSpan, columnSpan, start, start + own.length)
  }
  return { format, text, places: Int32Array.from(places) }
}

/** The document again; its blocks are made when they are first asked for, since many callers only want the text. */
export function unpackDocument({ format, text, places }: PackedDocument): SourceDocument {
  let made: readonly Block[] | null = null
  return {
    format,
    text,
    get blocks() {
      made ??= unpackBlocks(text, places)
      return made
    },
  }
}

function unpackBlocks(text: string, places: Int32Array): Block[] {
  const blocks: Block[] = []
  let at = 0
  const next = () => places[at++] ?? 0
  while (at < places.length) {
    const count = next()
    if (count === ofParagraph) {
      const [start, end] = [next(), next()]
      blocks.push({ kind: 'paragraph', text: text.slice(start, end), start, end })
      continue
    }
    const [rows, columns, start, end] = [next(), next(), next(), next()]
    const cells: GridCell[] = []
    for (let i = 0; i < count; i++) {
      const [row, column, rowSpan, columnSpan] = [next(), next(), next(), next()]
      const [cellStart, cellEnd] = [next(), next()]
      cells.push({ text: text.slice(cellStart, cellEnd), row, column, rowSpan, columnSpan, start: cellStart })
    }
    blocks.push({ kind: 'grid', cells, rows, columns, start, end })
  }
  return blocks
}
