import type { Operations } from './load-page.ts'
import { apply, type Matrix, multiply, type Ruling } from './page-content.ts'

// A filled area no wider than this is a line that somebody drew as a rectangle.
const lineWidth = 3
// Shorter strokes are dots and tick marks.
const shortest = 4
const slant = 0.7

/** Path codes of pdf.js: each is followed by its coordinates. */
const coordinates: readonly number[] = [2, 2, 6, 4, 0]
const moveTo = 0
const closePath = 4

type Point = { readonly x: number; readonly y: number }

/** Follows the drawing operations of a page and keeps the upright and level lines that are really painted. */
export class Rulings {
  readonly horizontal: Ruling[] = []
  readonly vertical: Ruling[] = []
  readonly #operations: Operations
  readonly #saved: Matrix[] = []
  #matrix: Matrix

  constructor(view: Matrix, operations: Operations) {
    this.#matrix = view
    this.#operations = operations
  }

  read(operation: number, args: unknown): void {
    const ops = this.#operations
    switch (operation) {
      case ops.save:
        this.#saved.push(this.#matrix)
        break
      case ops.restore:
      case ops.paintFormXObjectEnd:
        this.#matrix = this.#saved.pop() ?? this.#matrix
        break
      case ops.transform:
        this.#matrix = multiply(this.#matrix, matrixOf(args))
        break
      case ops.paintFormXObjectBegin:
        this.#saved.push(this.#matrix)
        if (Array.isArray(args) && args[0]) this.#matrix = multiply(this.#matrix, matrixOf(args[0]))
        break
      case ops.constructPath:
        this.#path(args)
        break
    }
  }

  #path(args: unknown): void {
    if (!Array.isArray(args)) return
    const [paint, [data] = []] = args as [number, (ArrayLike<number> | null)[]?]
    const ops = this.#operations
    const strokes: readonly number[] = [ops.stroke, ops.closeStroke, ops.fillStroke, ops.eoFillStroke]
    const fills: readonly number[] = [ops.fill, ops.eoFill, ops.closeFillStroke, ops.closeEOFillStroke]
    if (!data) return
    if (strokes.includes(paint)) for (const line of this.#lines(data)) this.#strokeLine(line)
    else if (fills.includes(paint)) for (const line of this.#lines(data)) this.#fillArea(line)
  }

  /** The subpaths as points on the page; curves count by their end. */
  #lines(data: ArrayLike<number>): Point[][] {
    const lines: Point[][] = []
    let line: Point[] = []
    for (let i = 0; i < data.length; ) {
      const code = data[i] ?? closePath
      const count = coordinates[code] ?? 0
      if (code === moveTo) {
        line = []
        lines.push(line)
      }
      if (code === closePath) {
        const [first] = line
        if (first) line.push(first)
      } else {
        line.push(apply(this.#matrix, data[i + count - 1] ?? 0, data[i + count] ?? 0))
      }
      i += 1 + count
    }
    return lines
  }

  #strokeLine(points: readonly Point[]): void {
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1], points[i]]
      if (a && b) this.#add(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y), slant)
    }
  }

  #fillArea(points: readonly Point[]): void {
    if (points.length < 3) return
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
    for (const { x, y } of points) {
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
    this.#add(left, top, right, bottom, lineWidth)
  }

  #add(left: number, top: number, right: number, bottom: number, most: number): void {
    const [wide, high] = [right - left, bottom - top]
    if (high <= most && wide >= shortest) this.horizontal.push({ at: (top + bottom) / 2, from: left, to: right })
    else if (wide <= most && high >= shortest) this.vertical.push({ at: (left + right) / 2, from: top, to: bottom })
  }
}

function matrixOf(args: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = args as ArrayLike<number> & Iterable<number>
  return [a, b, c, d, e, f]
}
