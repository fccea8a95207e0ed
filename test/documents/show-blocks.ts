import type { SourceDocument } from '../../src/quality/source-document.ts'

/**
 * The blocks of a document in short, for comparing: a paragraph as its text, a grid as its rows of cells, each cell as
 * its text with `→n` and `↓n` for the columns and rows it covers.
 */
export function showBlocks(document: SourceDocument): (string | string[][])[] {
  return document.blocks.map((block) => {
    if (block.kind === 'paragraph') return block.text
    const rows = Array.from({ length: block.rows }, (): string[] => [])
    for (const cell of block.cells) {
      const wide = cell.columnSpan > 1 ? `→${cell.columnSpan}` : ''
      const tall = cell.rowSpan > 1 ? `↓${cell.rowSpan}` : ''
      rows[cell.row]?.push(cell.text + wide + tall)
    }
    return rows
  })
}

/** Every paragraph and cell whose text does not stand in `text` where it says; empty when all is right. */
export function misplaced(document: SourceDocument): string[] {
  const { text, blocks } = document
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return text.slice(block.start, block.end) === block.text ? [] : [block.text]
    const outside = block.cells.filter(
      (cell) =>
        cell.start < block.start ||
        cell.start + cell.text.length > block.end ||
        cell.row >= block.rows ||
        cell.column + cell.columnSpan > block.columns,
    )
    const wrong = block.cells.filter((cell) => text.slice(cell.start, cell.start + cell.text.length) !== cell.text)
    return [...outside, ...wrong].map((cell) => cell.text)
  })
}
