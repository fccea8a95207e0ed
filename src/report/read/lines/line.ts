import type { Cell } from '../../report.ts'

/**
 * One line of a file, cut into what stands on it. `at` is the place: the column of a grid, the number of a piped cell,
 * or the offset in a line laid out with spaces.
 */
export type Token =
  | { readonly kind: 'text'; readonly text: string; readonly at: number }
  | {
      readonly kind: 'value'
      readonly text: string
      readonly at: number
      readonly cell: Cell
      /** The number of a page, perhaps, and not a cell. */
      readonly mayBePage?: true
    }
  | { readonly kind: 'blank'; readonly text: ''; readonly at: number }
  /** An empty cell at the end of a row that stands for merged ones, not for a place in the table. */
  | { readonly kind: 'pad'; readonly text: ''; readonly at: number }

/** Digits that stand right behind a word without a space: the figures of several cells may have run together in them. */
export function isGlued(line: Line, token: Token): boolean {
  return line.style === 'spaced' && /^\d{2,}$/.test(token.text.trim()) && /\S/.test(line.text.charAt(token.at - 1))
}

export type Line = {
  readonly style: 'grid' | 'piped' | 'spaced'
  readonly tokens: readonly Token[]
  /** Number of cells on the line, or 0 where it has no cells of its own. */
  readonly width: number
  /** The line in one spelling, and as it stood. */
  readonly text: string
  readonly original: string
}
