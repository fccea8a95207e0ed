/**
 * A file turned into blocks, whatever its format: what `documents/` makes and pure code reads.
 * `text` is the whole content as plain text; every `start` and `end` counts UTF-16 code units in it.
 */
export type SourceDocument = {
  readonly format: 'docx' | 'html' | 'text' | 'pdf' | 'json'
  readonly text: string
  readonly blocks: readonly Block[]
}

export type Block = Paragraph | Grid

export type Paragraph = {
  readonly kind: 'paragraph'
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A table with its spans resolved: `row` and `column` are the top-left place of a cell in the grid. */
export type Grid = {
  readonly kind: 'grid'
  readonly cells: readonly GridCell[]
  readonly rows: number
  readonly columns: number
  readonly start: number
  readonly end: number
}

export type GridCell = {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly start: number
}
