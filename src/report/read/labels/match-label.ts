import type { RequestRowId } from '../../../statute/form-2021.ts'
import { GROUP_HEADS, OTHER_GROUP, type RowKey, rowKeys } from './labels.ts'

/** What a stretch of label text ends with: a row of table two, or one of its group heads. */
export type LabelMatch =
  | { readonly kind: 'row'; readonly row: RequestRowId; readonly exact: boolean; readonly ordinal: string }
  | { readonly kind: 'group'; readonly other: boolean }

const LONGEST = 60

/**
 * The row label that `skeleton` ends with. Exact words win over near ones, long ones over short ones; where two rows
 * are equally near there is no match.
 */
export function matchTail(skeleton: string): LabelMatch | null {
  const tail = skeleton.slice(-LONGEST)
  const before = matched.get(tail)
  if (before !== undefined) return before
  const match = findMatch(tail)
  // A copy: a piece of a text keeps the whole text in memory.
  if (matched.size < MOST_KEPT) matched.set(tail.split('').join(''), match)
  return match
}

/** The same few labels stand in report after report; so many are kept that one strange file cannot fill the memory. */
const matched = new Map<string, LabelMatch | null>()
const MOST_KEPT = 2048

function findMatch(tail: string): LabelMatch | null {
  const exact = rowKeys.find(({ key }) => tail.endsWith(key))
  if (exact) return rowMatch(exact, true)
  const group = GROUP_HEADS.find((head) => tail.endsWith(head))
  if (group) return { kind: 'group', other: group === OTHER_GROUP }
  let best: RowKey | null = null
  let bestDistance = Number.POSITIVE_INFINITY
  let tied = false
  for (const candidate of rowKeys) {
    if (candidate.tolerance === 0) continue
    const distance = tailDistance(candidate.key, tail, candidate.tolerance)
    if (distance > candidate.tolerance) continue
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
      tied = false
    } else if (distance === bestDistance && best?.row !== candidate.row) {
      tied = true
    }
  }
  return best && !tied ? rowMatch(best, false) : null
}

function rowMatch({ row, ordinal }: RowKey, exact: boolean): LabelMatch {
  return { kind: 'row', row, exact, ordinal }
}

/** The rows whose labels stand whole in `skeleton`, in the order in which they stand there. */
export function rowsWithin(skeleton: string): RequestRowId[] {
  const taken: { start: number; end: number; row: RequestRowId }[] = []
  const text = skeleton.slice(-2000)
  for (const { key, row } of rowKeys) {
    for (let start = text.indexOf(key); start >= 0; start = text.indexOf(key, start + key.length)) {
      const end = start + key.length
      if (taken.some((other) => start < other.end && other.start < end)) continue
      taken.push({ start, end, row })
    }
  }
  return taken.sort((a, b) => a.start - b.start).map(({ row }) => row)
}

/** Smallest edit distance between `key` and any ending of `text`; anything over `limit` comes back as limit + 1. */
export function tailDistance(key: string, text: string, limit: number): number {
  const from = text.slice(-(key.length + limit))
  let shared = 0
  for (const character of key) if (from.includes(character)) shared++
  if (shared < key.length - limit) return limit + 1
  // Row i of the table: cost of matching the first i characters of the key with an ending at each place of `from`.
  let previous: number[] = new Array(from.length + 1).fill(0)
  for (let i = 1; i <= key.length; i++) {
    const current = [i]
    for (let j = 1; j <= from.length; j++) {
      const same = key.charCodeAt(i - 1) === from.charCodeAt(j - 1) ? 0 : 1
      current[j] = Math.min((previous[j - 1] ?? 0) + same, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1)
    }
    previous = current
  }
  return Math.min(previous[from.length] ?? limit + 1, limit + 1)
}
