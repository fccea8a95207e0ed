import type { Budget } from '../budget.ts'
import type { PlacedCell } from '../flow/flow.ts'
import { findLattices, type Lattice, type LatticeCell } from './find-lattices.ts'
import type { Box, PageContent, Piece } from './page-content.ts'
import { runOn, type TextLine, textLines } from './text-lines.ts'

/** `isFull`: the last line of the cell reaches its right edge, so that its text may go on. */
export type PageCell = Omit<PlacedCell, 'items'> & { readonly items: string[]; readonly isFull: boolean }
export type PageTable = { readonly xs: readonly number[]; readonly rows: number; readonly cells: readonly PageCell[] }
export type PageElement =
  | { readonly kind: 'line'; readonly top: number; readonly line: TextLine; readonly atEdge: boolean }
  | { readonly kind: 'table'; readonly top: number; readonly table: PageTable }
export type PageLayout = { readonly elements: readonly PageElement[] }

// A page number: alone at the edge of the page, between dashes or as 第 3 页 共 8 页.
const pageNumber =
  /^[-—–－―·•\s]*(?:第|page)?\s*\d{1,4}\s*页?\s*(?:[/／,，]?\s*(?:共|of)?\s*\d{1,4}\s*页?)?[-—–－―·•\s]*$/i
const edge = 0.1
// A line is full when less than a character and the cell's padding is left.
const fullWithin = 1.8

/** Tables and lines of one page from top to bottom; page numbers are left out. */
export function layOutPage(content: PageContent, budget: Budget): PageLayout {
  const lattices = findLattices(content.horizontal, content.vertical, budget)
  const inside = new Map<Lattice, Piece[]>(lattices.map((lattice) => [lattice, []]))
  const outside: Piece[] = []
  for (const piece of content.pieces) {
    const holder = smallestAround(lattices, piece)
    if (holder) inside.get(holder)?.push(piece)
    else outside.push(piece)
  }
  const elements: PageElement[] = []
  for (const [lattice, pieces] of inside)
    if (pieces.length > 0) elements.push({ kind: 'table', top: lattice.top, table: fillTable(lattice, pieces) })
  for (const line of textLines(outside)) {
    const atEdge = line.bottom < content.height * edge || line.top > content.height * (1 - edge)
    // Beside the text stand the numbers of pages that are printed sideways.
    const atSide = line.right < content.width * edge || line.left > content.width * (1 - edge)
    if (!(atEdge || atSide) || !pageNumber.test(line.text)) elements.push({ kind: 'line', top: line.top, line, atEdge })
  }
  return { elements: elements.toSorted((a, b) => a.top - b.top) }
}

function smallestAround(lattices: readonly Lattice[], piece: Piece): Lattice | null {
  let found: Lattice | null = null
  for (const lattice of lattices)
    if (holds(lattice, middle(piece)) && (!found || area(lattice) < area(found))) found = lattice
  return found
}

function fillTable(lattice: Lattice, pieces: readonly Piece[]): PageTable {
  const contents = new Map<LatticeCell, Piece[]>()
  for (const piece of pieces.flatMap((one) => splitAtLines(lattice, one))) {
    const cell = cellAt(lattice, middle(piece))
    if (cell) contents.set(cell, [...(contents.get(cell) ?? []), piece])
  }
  const cells = lattice.cells.map((cell) => {
    const { row, column, rowSpan, columnSpan } = cell
    const lines = textLines(contents.get(cell) ?? [])
    const last = lines.at(-1)
    const isFull = last !== undefined && last.right > cell.right - fullWithin * last.size
    return { row, column, rowSpan, columnSpan, items: joinLines(lines), isFull }
  })
  return { xs: lattice.xs, rows: lattice.rows, cells }
}

/** Wrapped lines of a cell run on; two numbers one above the other stay two paragraphs. */
function joinLines(lines: readonly TextLine[]): string[] {
  const items: string[] = []
  for (const { text } of lines) {
    const before = items.at(-1)
    const joined = before === undefined ? null : runOn(before, text)
    if (joined === null) items.push(text)
    else items[items.length - 1] = joined
  }
  return items
}

/** A piece that runs over the line between two cells is two pieces: it is cut at the space nearest to the line. */
function splitAtLines(lattice: Lattice, piece: Piece): Piece[] {
  const at = cellAt(lattice, { x: piece.left + 1, y: middle(piece).y })
  if (!at || piece.right <= at.right + piece.size / 2) return [piece]
  const perCharacter = (piece.right - piece.left) / piece.text.length
  const spaces = [...piece.text.matchAll(/\s+/g)].map((match) => match.index)
  const wanted = (at.right - piece.left) / perCharacter
  const cut = spaces.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0]
  if (cut === undefined) return [piece]
  const x = piece.left + cut * perCharacter
  const rest = { ...piece, text: piece.text.slice(cut).trimStart(), left: Math.max(x, at.right + 1) }
  return [{ ...piece, text: piece.text.slice(0, cut), right: Math.min(x, at.right) }, ...splitAtLines(lattice, rest)]
}

function cellAt(lattice: Lattice, point: { x: number; y: number }): LatticeCell | undefined {
  return lattice.cells.find((cell) => holds(cell, point))
}

function holds(box: Box, { x, y }: { x: number; y: number }): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
}

function middle(box: Box): { x: number; y: number } {
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }
}

function area(box: Box): number {
  return (box.right - box.left) * (box.bottom - box.top)
}
