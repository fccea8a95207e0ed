/** Length of the runs of characters that are compared. */
const SHINGLE = 4

/** Share of the different shingles of both texts that stand in both (Jaccard), 0 to 1. */
export function likeness(one: string, other: string): number {
  const [a, b] = [shinglesOf(one), shinglesOf(other)]
  const common = [...a].filter((shingle) => b.has(shingle)).length
  const all = a.size + b.size - common
  return all === 0 ? 0 : common / all
}

function shinglesOf(text: string): ReadonlySet<string> {
  const shingles = new Set<string>()
  for (let at = 0; at + SHINGLE <= text.length; at++) shingles.add(text.slice(at, at + SHINGLE))
  return shingles
}
