import { sql } from 'kysely'
import { foldPublicText } from '../../../publications/search/fold-public-text.ts'
import type { Trx } from '../../storage.ts'
import { findNewest } from './search-public.ts'

const looked = { wanted: 60, after: null, budget: 250 } as const
const most = { terms: 4, titles: 6 } as const

/** What somebody who has typed this may mean: keywords of what is published that contain it, the most frequent first; then titles. */
export async function suggestPublic(trx: Trx, typed: string): Promise<readonly string[]> {
  const words = foldPublicText(typed)
    .split(' ')
    .filter((word) => word !== '')
  if (words.join('').length === 0) return []
  const { hits } = await findNewest(trx, { words, field: 'title' }, looked)
  const { rows } = await sql<{ title: string; keywords: readonly string[] }>`select title, keywords from public_item
    where id = any (${hits.map(({ id }) => id)}::uuid[]) and taken_down_on is null
    order by published_at desc, id desc`.execute(trx)
  const counts = new Map<string, number>()
  for (const keyword of rows.flatMap(({ keywords }) => keywords))
    if (words.every((word) => foldPublicText(keyword).includes(word)))
      counts.set(keyword, (counts.get(keyword) ?? 0) + 1)
  const terms = [...counts].sort((a, b) => b[1] - a[1]).map(([keyword]) => keyword)
  const suggested = [...terms.slice(0, most.terms), ...rows.map(({ title }) => title)]
  return [...new Set(suggested)].slice(0, most.terms + most.titles)
}
