import { sql } from 'kysely'
import type { Trx } from '../storage.ts'

/** A published item that may be what somebody is about to ask for. */
export type SimilarItem = { readonly id: string; readonly title: string }

/** Finds published items like a text, best first. Whoever has a better search puts it in the place of `suggestSimilar`. */
export type SuggestSimilar = (trx: Trx, agencyId: number, text: string) => Promise<readonly SimilarItem[]>

/** Titles that are looked at: the newest of the agency. */
const mostLooked = 2000
const mostTold = 5
/** Words of asking and of office that every request and title has. */
const common = /申请|公开|政府|信息|关于|有关|相关|情况|请求|获取|提供|通知|的/gu

/** By the pairs of characters that a title shares with the text; a title that shares next to nothing is not told. */
export const suggestSimilar: SuggestSimilar = async (trx, agencyId, text) => {
  const asked = pairsOf(text.slice(0, 2000))
  if (asked.size === 0) return []
  const { rows } = await sql<SimilarItem>`select id, title from public_item
    where agency_id = ${agencyId} and taken_down_on is null
    order by published_at desc, id desc limit ${mostLooked}`.execute(trx)
  return rows
    .map((item) => ({ item, shared: sharedPairs(pairsOf(item.title), asked) }))
    .filter(({ shared }) => shared.count >= 2 && shared.share >= 0.3)
    .sort((a, b) => b.shared.count * b.shared.share - a.shared.count * a.shared.share)
    .slice(0, mostTold)
    .map(({ item }) => item)
}

function sharedPairs(title: ReadonlySet<string>, asked: ReadonlySet<string>) {
  const count = [...title].filter((pair) => asked.has(pair)).length
  return { count, share: title.size === 0 ? 0 : count / title.size }
}

function pairsOf(text: string): ReadonlySet<string> {
  const runs =
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(common, ' ')
      .match(/[\p{Script=Han}\p{L}\p{N}]+/gu) ?? []
  return new Set(
    runs.flatMap((run) => {
      const signs = [...run]
      return signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
    }),
  )
}
