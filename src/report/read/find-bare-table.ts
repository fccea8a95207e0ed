import { proactiveBlocks } from '../../statute/form-2021.ts'
import type { Heading } from './find-headings.ts'
import type { Line } from './lines/line.ts'
import { skeleton } from './lines/normalise.ts'
import { rowOfLabel } from './tables/proactive-rows.ts'

const ROWS = proactiveBlocks.flatMap(({ rows }) => rows.map(({ cells }) => cells))
/** The longest is one with every cell on a line of its own. */
const MOST_LINES = 40

/**
 * Table one without any of its heads, below its own heading or below none: all six labels in the form's order, each with
 * just its number of cells. Anything else between them leaves nothing certain.
 */
export function findBareTable(
  lines: readonly Line[],
  headings: readonly Heading[],
): { readonly start: number; readonly last: number } | null {
  for (const [start, line] of lines.entries()) {
    if (!line.text.includes('规') || line.text.length > 80 || !/^\d{0,2}规/.test(skeleton(line.text))) continue
    if ((headings.findLast((heading) => heading.line < start)?.number ?? 2) !== 2) continue
    const last = lastLine(lines, start)
    if (last !== null) return { start, last }
  }
  return null
}

function lastLine(lines: readonly Line[], start: number): number | null {
  let done = 0
  let missing = 0
  for (const [offset, line] of lines.slice(start, start + MOST_LINES).entries()) {
    for (const token of line.tokens) {
      if (token.kind === 'pad') continue
      if (token.kind !== 'text') {
        if (missing === 0) return null
        missing--
        continue
      }
      const cells = ROWS[done]
      if (missing > 0 || !cells || rowOfLabel(skeleton(token.text))?.join() !== cells.join()) return null
      done++
      missing = cells.length
    }
    if (done === ROWS.length && missing === 0) return start + offset
  }
  return null
}
