/** How far a search for splits goes before it gives up; giving up means unreadable, never a guess. */
const SPLIT_BUDGET = 60_000
const MOST = 400

/**
 * All ways to cut `digits` into `parts` whole numbers of which the one at `totalAt` is the sum of the others (K3, K5).
 * No number starts with a zero unless it is 0. Null when the search would take too long.
 */
export function splitWithTotal(digits: string, parts: number, totalAt: number): number[][] | null {
  const found: number[][] = []
  let budget = SPLIT_BUDGET
  const numbers: number[] = []
  const length = digits.length
  if (length < parts || length > parts * 9) return length < parts ? [] : null

  const search = (from: number, part: number, sum: number, total: number | null): boolean => {
    if (--budget < 0 || found.length > MOST) return false
    if (part === parts) {
      if (from === length && total === sum) found.push([...numbers])
      return true
    }
    const longest = digits.charAt(from) === '0' ? 1 : length - from - (parts - part - 1)
    const shortest = part === parts - 1 ? longest : 1
    if (part === parts - 1 && from + longest !== length) return true
    for (let size = shortest; size <= Math.min(longest, 9); size++) {
      const value = Number(digits.slice(from, from + size))
      if (part === totalAt) {
        if (part === parts - 1 && value !== sum) continue
        if (value < sum) continue
      } else if (total !== null && sum + value > total) {
        break
      }
      numbers.push(value)
      const further =
        part === totalAt ? search(from + size, part + 1, sum, value) : search(from + size, part + 1, sum + value, total)
      numbers.pop()
      if (!further) return false
    }
    return true
  }
  return search(0, 0, 0, null) ? found : null
}

/** All ways to cut `digits` into `parts` whole numbers, up to two: one way is certain, two are not. */
export function splitPlainly(digits: string, parts: number): number[][] {
  const found: number[][] = []
  const numbers: number[] = []
  const search = (from: number, part: number): void => {
    if (found.length > 1) return
    if (part === parts) {
      if (from === digits.length) found.push([...numbers])
      return
    }
    const longest = digits.charAt(from) === '0' ? 1 : digits.length - from - (parts - part - 1)
    const sizes = part === parts - 1 ? [digits.length - from] : Array.from({ length: longest }, (_, index) => index + 1)
    for (const size of sizes) {
      if (size < 1 || size > longest) continue
      numbers.push(Number(digits.slice(from, from + size)))
      search(from + size, part + 1)
      numbers.pop()
    }
  }
  if (digits.length >= parts && digits.length <= parts * 15) search(0, 0)
  return found
}
