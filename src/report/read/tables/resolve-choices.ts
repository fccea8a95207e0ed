import { type RequestRowId, requestRows } from '../../../statute/form-2021.ts'

/** A row that may be read in several ways; `plain` where its one way needs no sums of columns to bear it out. */
export type OpenRow = {
  readonly row: RequestRowId
  readonly ways: readonly (readonly number[])[]
  readonly plain: boolean
}

const outcomeRows = requestRows.flatMap(({ id, part }) => (part === 'outcomes' && id !== 'total' ? [id] : []))
const sideOf = (row: RequestRowId): readonly (readonly [readonly RequestRowId[], readonly RequestRowId[]])[] => {
  const sides: [readonly RequestRowId[], readonly RequestRowId[]][] = []
  if (!outcomeRows.includes(row as (typeof outcomeRows)[number]))
    sides.push([
      ['received', 'carriedIn'],
      ['total', 'carriedOut'],
    ])
  if (row === 'total' || outcomeRows.includes(row as (typeof outcomeRows)[number])) sides.push([['total'], outcomeRows])
  return sides
}

const JOINT_BUDGET = 20_000

/**
 * Settles rows that may be read in several ways. A row is read only when the sums of its columns (K1, K2) leave one single
 * way; `known` are the rows read plainly (null: a row that cannot be counted).
 */
export function resolveChoices(
  open: readonly OpenRow[],
  known: ReadonlyMap<RequestRowId, readonly number[] | null>,
  width: number,
): Map<RequestRowId, readonly number[]> {
  const candidates = new Map(open.map(({ row, ways }) => [row, ways]))

  const certain = (row: RequestRowId): readonly number[] | null => {
    const ways = candidates.get(row)
    if (ways) return ways.length === 1 ? (ways[0] ?? null) : null
    return known.get(row) ?? null
  }
  const sum = (rows: readonly RequestRowId[], except: RequestRowId): number[] | null => {
    const totals = new Array<number>(width).fill(0)
    for (const row of rows) {
      if (row === except) continue
      const numbers = certain(row)
      if (!numbers) return null
      for (let i = 0; i < width; i++) totals[i] = (totals[i] ?? 0) + (numbers[i] ?? 0)
    }
    return totals
  }
  /** What the columns say the row must be, when every other row of an identity is known. */
  const demanded = (row: RequestRowId): number[][] =>
    sideOf(row).flatMap(([left, right]) => {
      const [own, other] = left.includes(row) ? [left, right] : [right, left]
      const mine = sum(own, row)
      const theirs = sum(other, row)
      return mine && theirs ? [theirs.map((value, index) => value - (mine[index] ?? 0))] : []
    })

  for (let again = true; again; ) {
    again = false
    for (const [row, ways] of candidates) {
      if (ways.length < 2) continue
      for (const wanted of demanded(row)) {
        const left = ways.filter((way) => way.every((value, index) => value === wanted[index]))
        if (left.length === 1) {
          candidates.set(row, left)
          again = true
          break
        }
      }
    }
  }
  searchJointly(candidates, certain, width)

  const result = new Map<RequestRowId, readonly number[]>()
  for (const { row, plain } of open) {
    const numbers = certain(row)
    if (!numbers) continue
    // A row's own total may be what is wrong, so it takes the columns to confirm a row that had a choice.
    const confirmed = demanded(row).some((wanted) => wanted.every((value, index) => value === numbers[index]))
    if (plain || confirmed) result.set(row, numbers)
  }
  return result
}

/** Tries all combinations of the rows still open; those rows are settled that are the same in every solution. */
function searchJointly(
  candidates: Map<RequestRowId, readonly (readonly number[])[]>,
  certain: (row: RequestRowId) => readonly number[] | null,
  width: number,
): void {
  const open = [...candidates].filter(([, ways]) => ways.length > 1)
  if (open.length === 0 || open.reduce((product, [, ways]) => product * ways.length, 1) > JOINT_BUDGET) return
  const chosen = new Map<RequestRowId, readonly number[]>()
  const solutions: Map<RequestRowId, readonly number[]>[] = []
  const holds = (left: readonly RequestRowId[], right: readonly RequestRowId[]): boolean | null => {
    for (let i = 0; i < width; i++) {
      let balance = 0
      for (const [rows, sign] of [
        [left, 1],
        [right, -1],
      ] as const) {
        for (const row of rows) {
          const numbers = chosen.get(row) ?? certain(row)
          if (!numbers) return null
          balance += sign * (numbers[i] ?? 0)
        }
      }
      if (balance !== 0) return false
    }
    return true
  }
  const search = (index: number): void => {
    const next = open[index]
    if (!next) {
      const checks = [holds(['received', 'carriedIn'], ['total', 'carriedOut']), holds(['total'], outcomeRows)]
      if (checks.every((check) => check === true)) solutions.push(new Map(chosen))
      return
    }
    for (const way of next[1]) {
      chosen.set(next[0], way)
      search(index + 1)
    }
    chosen.delete(next[0])
  }
  search(0)
  for (const [row] of open) {
    const first = solutions[0]?.get(row)
    if (first && solutions.every((solution) => solution.get(row) === first)) candidates.set(row, [first])
  }
}
