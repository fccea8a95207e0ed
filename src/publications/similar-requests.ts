import { foldText } from '../office/fold-text.ts'

/** A request that was granted; `applicant` is the same for the same one and tells nothing else. */
export type GrantedRequest = { readonly number: string; readonly applicant: string; readonly content: string }

export type SimilarRequests = { readonly requests: readonly string[]; readonly applicants: number }

/** Share of pairs of characters that two texts have in common, from which they ask for the same: a choice, not law. */
const alike = 0.55

/**
 * Groups of requests for the same information by `least` different applicants or more (条例44: several). A text is like
 * another by the pairs of characters of both; whoever asked twice is one.
 */
export function findSimilarRequests(requests: readonly GrantedRequest[], least: number): readonly SimilarRequests[] {
  const groups: { readonly pairs: ReadonlySet<string>; readonly members: GrantedRequest[] }[] = []
  const byPair = new Map<string, number[]>()
  for (const request of requests) {
    const pairs = pairsOf(request.content)
    if (pairs.size < 4) continue
    const shared = new Map<number, number>()
    for (const pair of pairs)
      for (const group of byPair.get(pair) ?? []) shared.set(group, (shared.get(group) ?? 0) + 1)
    let best: { readonly group: number; readonly likeness: number } | null = null
    for (const [group, count] of shared) {
      const likeness = (2 * count) / (pairs.size + (groups[group]?.pairs.size ?? 0))
      if (likeness >= alike && likeness > (best?.likeness ?? 0)) best = { group, likeness }
    }
    if (best) groups[best.group]?.members.push(request)
    else {
      for (const pair of pairs) byPair.set(pair, [...(byPair.get(pair) ?? []), groups.length])
      groups.push({ pairs, members: [request] })
    }
  }
  return groups
    .map(({ members }) => ({
      requests: members.map(({ number }) => number).sort(),
      applicants: new Set(members.map(({ applicant }) => applicant)).size,
    }))
    .filter(({ applicants }) => applicants >= least)
}

/** What everybody writes says nothing of what is asked for. */
const phrases = /申请|公开|政府信息|请求|贵局|贵单位|希望|获取|提供|关于|[^\p{L}\p{N}]/gu

function pairsOf(text: string): ReadonlySet<string> {
  const plain = foldText(text).replace(phrases, '').slice(0, 2000)
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)))
}
