/**
 * A report as it stands on paper, before any file format: what every writer consumes. Lengths are points (1/72 inch).
 * The blocks come in reading order and hold everything that is printed; a writer adds no word of its own.
 */
export type ReportLayout = {
  /** The title, one entry a printed line. */
  readonly titleLines: readonly string[]
  readonly agency: string | null
  readonly year: number | null
  readonly blocks: readonly LayoutBlock[]
}

export type LayoutBlock = LayoutParagraph | LayoutTable

/** Numbered levels of an official paper: 一、 then （一） then 1. then （1）; `body` has no number. */
export type ParagraphLevel = 'body' | 'section' | 'part' | 'item' | 'subItem'

export type LayoutParagraph = {
  readonly kind: 'paragraph'
  readonly level: ParagraphLevel
  /** What is set in the face of the level: the whole of a heading, or the first sentence of a numbered paragraph. */
  readonly heading: string
  /** The rest, set as body text; empty for a heading that stands alone. */
  readonly rest: string
  /** True for a heading that stands alone: it never ends a page. */
  readonly keepWithNext: boolean
  /** True for the heading of a table that fills a page. */
  readonly startsPage: boolean
}

/** A table on several pages repeats its head on each and divides no row. */
export type LayoutTable = {
  readonly kind: 'table'
  readonly id: 'proactive' | 'requests' | 'remedies'
  /** What the table is, for readers that cannot see it: the heading of its section. */
  readonly name: string
  /** Width of each grid column; they add up to the width of the text. */
  readonly columnWidths: readonly number[]
  /** Size of the heads and labels; the data cells have a smaller one where long numbers need it. */
  readonly textSize: number
  readonly dataSize: number
  readonly linePitch: number
  /** Least height of a row. */
  readonly rowHeight: number
  /** True where one page holds the table with its heading: such a table is never divided. */
  readonly fitsPage: boolean
  /** How many leading rows are repeated on each page. */
  readonly headRows: number
  /** The rows of the grid from top to bottom. */
  readonly rows: readonly LayoutRow[]
}

export type LayoutRow = {
  /** The cells that begin in this row, from left to right. */
  readonly cells: readonly LayoutCell[]
  /** True where a row group of the body begins. */
  readonly startsGroup: boolean
  /** What the row needs, in points, as far as it can be told without setting it. */
  readonly height: number
}

/** What a head cell is the head of; `corner` is the remark in the top left corner of table two. */
export type HeadScope = 'col' | 'colgroup' | 'row' | 'rowgroup' | 'corner'

export type LayoutCell = {
  /** `\n` is a line break that the form wants. */
  readonly text: string
  /** Place of the top left corner in the grid. */
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
  /** Null for a data cell. */
  readonly scope: HeadScope | null
  readonly align: 'centre' | 'left'
  /** Free space at the left and at the right, in points. */
  readonly sides: number
  /** Set from top to bottom. */
  readonly vertical: boolean
  /** Unique in the report; what `heads` of data cells refer to. */
  readonly id: string
  /** The head cells that say what a data cell counts. */
  readonly heads: readonly string[]
  /** The contract's `where`; null for a head cell. */
  readonly address: string | null
  /** The number that stands in a data cell; null where it is blank, a dash, a remark or unreadable. */
  readonly value: number | null
}
