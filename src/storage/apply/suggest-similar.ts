import { sql } from 'kysely'
import { foldPublicText } from '../../publications/search/fold-public-text.ts'
import { findNewest } from '../publications/search/search-public.ts'
import type { Trx } from '../storage.ts'

/** A published item that may be what somebody is about to ask for. */
export type SimilarItem = { readonly id: string; readonly title: string }

const mostAsked = 2000
const mostTold = 5
/** Searches that one text is worth, the items that each may bring, and the milliseconds that all may take. */
const most = { searches: 8, hits: 60, milliseconds: 200 } as const
/** Words of asking and of office that every request and title has. */
const common =
  /申请|公开|政府|信息|关于|有关|相关|情况|请求|获取|提供|通知|以及|希望|我们|本人|我想|想要|[的和与及或请在是了我您]/gu

/**
 * Published items like a text, best first: the public search finds titles by pieces of the text, and of these the ones are told
 * that share enough pairs of characters with it.
 */
export async function suggestSimilar(trx: Trx, agencyId: number, text: string): Promise<readonly SimilarItem[]> {
  const runs = runsOf(text.slice(0, mostAsked))
  const asked = pairsOf(runs)
  if (asked.size === 0) return []
  const ids = new Set<string>()
  const end = performance.now() + most.milliseconds
  for (const words of piecesOf(runs).slice(0, most.searches)) {
    const budget = end - performance.now()
    if (budget <= 0) break
    const search = { words, field: 'title', agencyId } as const
    const { hits } = await findNewest(trx, search, { wanted: most.hits, after: null, budget })
    for (const { id } of hits) ids.add(id)
  }
  if (ids.size === 0) return []
  const { rows } = await sql<SimilarItem>`select id, title from public_item
    where id = any (${[...ids]}::uuid[]) and taken_down_on is null order by published_at desc, id desc`.execute(trx)
  return rows
    .map((item) => ({ item, shared: sharedPairs(pairsOf(runsOf(item.title)), asked) }))
    .filter(({ shared }) => shared.count >= 2 && shared.share >= 0.3)
    .sort((a, b) => b.shared.count * b.shared.share - a.shared.count * a.shared.share)
    .slice(0, mostTold)
    .map(({ item }) => item)
}

/** What a text says beside what every text says, in unbroken pieces. */
function runsOf(text: string): readonly string[] {
  return (
    foldPublicText(text)
      .replace(common, ' ')
      .match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? []
  )
}

/** What to search for, each on its own: four characters after one another as two words, which may stand apart in a title. */
function piecesOf(runs: readonly string[]): readonly (readonly string[])[] {
  const pieces = new Map<string, readonly string[]>()
  const telling = runs.filter((run) => [...run].length > 1 && !/^\d{1,4}$/.test(run))
  for (const run of telling.toSorted((a, b) => b.length - a.length)) {
    const signs = [...run]
    const cut = (from: number, to: number) => signs.slice(from, to).join('')
    if (/^[a-z0-9]/.test(run) || signs.length < 4) pieces.set(run, [run])
    else
      for (let at = 0; at + 4 <= signs.length; at += 2)
        pieces.set(cut(at, at + 4), [cut(at, at + 2), cut(at + 2, at + 4)])
  }
  return [...pieces.values()]
}

function sharedPairs(title: ReadonlySet<string>, asked: ReadonlySet<string>) {
  const count = [...title].filter((pair) => asked.has(pair)).length
  return { count, share: title.size === 0 ? 0 : count / title.size }
}

function pairsOf(runs: readonly string[]): ReadonlySet<string> {
  return new Set(
    runs.flatMap((run) => {
      const signs = [...run]
      return signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
    }),
  )
}
