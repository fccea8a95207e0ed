import { raiseDigits } from '../flow/raise-digits.ts'
import type { Box, Piece } from './page-content.ts'

/** One line of characters as it stands on the page. */
export type TextLine = Box & { readonly text: string; readonly size: number }

const wide = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u2014\u2018-\u201d\u2026]/
const startsWide = new RegExp(`^${wide.source}`)
const endsWide = new RegExp(`${wide.source}$`)
/** Gaps, in widths of a character: where a space stands, and where a new column begins. */
const spaceGap = 0.25
const columnGap = 1.5
/** A mark of a note is no larger than this share of the line's size, and its foot is raised by that one. */
const smallSize = 0.8
const raisedFoot = 0.15

/** Puts pieces that stand side by side into lines, from top to bottom. Wide gaps become several spaces, as columns. */
export function textLines(pieces: readonly Piece[]): TextLine[] {
  const rows: { top: number; bottom: number; pieces: Piece[] }[] = []
  for (const piece of pieces.toSorted((a, b) => a.bottom - b.bottom)) {
    const middle = (piece.top + piece.bottom) / 2
    const row = rows.at(-1)
    if (row && middle < row.bottom && middle > row.top) {
      row.pieces.push(piece)
      row.top = Math.min(row.top, piece.top)
      row.bottom = Math.max(row.bottom, piece.bottom)
    } else {
      rows.push({ top: piece.top, bottom: piece.bottom, pieces: [piece] })
    }
  }
  return rows.map(({ top, bottom, pieces: own }) => {
    const sorted = own.toSorted((a, b) => a.left - b.left)
    const size = Math.max(...sorted.map((piece) => piece.size))
    return {
      text: lineText(sorted.map((piece) => (isRaised(piece, size, bottom) ? raise(piece) : piece))),
      size,
      left: sorted[0]?.left ?? 0,
      right: Math.max(...sorted.map((piece) => piece.right)),
      top,
      bottom,
    }
  })
}

function isRaised(piece: Piece, size: number, bottom: number): boolean {
  return piece.size < smallSize * size && piece.bottom < bottom - raisedFoot * size
}

function raise(piece: Piece): Piece {
  return { ...piece, text: raiseDigits(piece.text) }
}

/** Whether words stand so far apart on the line that they are cells of columns. */
export function hasColumns(line: TextLine): boolean {
  return /\S {2,}\S/.test(line.text)
}

// A character drawn again to look bold stands less than this share of its width beside the first.
const doubleWithin = 0.15

/** The piece without the characters that it only draws again over the end of the text before, which ends at `right`. */
function withoutDouble(piece: Piece, text: string, right: number): Piece {
  const perCharacter = (piece.right - piece.left) / piece.text.length
  const count = Math.min(piece.text.length, Math.floor((right - piece.left) / perCharacter + doubleWithin))
  if (count < 1 || !text.endsWith(piece.text.slice(0, count))) return piece
  return { ...piece, text: piece.text.slice(count), left: right }
}

function lineText(pieces: readonly Piece[]): string {
  let text = ''
  let right = 0
  for (const drawn of pieces) {
    const piece = withoutDouble(drawn, text, right)
    const gap = (piece.left - right) / piece.size
    if (text === '') text = piece.text
    else if (gap > columnGap) text += ' '.repeat(Math.max(2, Math.round(gap * 2))) + piece.text
    else if (gap > spaceGap && !(endsWide.test(text) && startsWide.test(piece.text))) text += ` ${piece.text}`
    else text += piece.text
    right = Math.max(right, piece.right)
  }
  return text.trim()
}

/**
 * Runs the next line of a wrapped paragraph on: nothing between Chinese, a space between Latin words. Null between two
 * digits, where nobody can tell one number from two.
 */
export function runOn(before: string, next: string): string | null {
  if (/\d$/.test(before) && /^\d/.test(next)) return null
  return /[a-z,;]$/i.test(before) && /^[a-z]/i.test(next) ? `${before} ${next}` : before + next
}
