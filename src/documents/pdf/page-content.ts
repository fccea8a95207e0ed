/** Points of a page, as it is shown: x to the right, y downward, in points (1/72 inch). */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** A run of characters as the pdf draws it. `size` is the height of its font. */
export type Piece = Box & { readonly text: string; readonly size: number }

/** A drawn line of a table: `at` is its x or y, `from` and `to` where it begins and ends along the other axis. */
export type Ruling = { readonly at: number; readonly from: number; readonly to: number }

export type PageContent = {
  readonly width: number
  readonly height: number
  readonly pieces: readonly Piece[]
  readonly horizontal: readonly Ruling[]
  readonly vertical: readonly Ruling[]
}

/** [a b c d e f] of the pdf standard. */
export type Matrix = readonly [number, number, number, number, number, number]

export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

export function apply(matrix: Matrix, x: number, y: number): { x: number; y: number } {
  const [a, b, c, d, e, f] = matrix
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}
