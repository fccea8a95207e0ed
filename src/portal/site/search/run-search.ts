import type { Trx } from '../../../storage/open-storage.ts'
import { type FoundItem, readFound } from '../../../storage/publications/search/read-found.ts'
import {
  byRank,
  type Found,
  findExact,
  findNewest,
  type Hit,
} from '../../../storage/publications/search/search-public.ts'
import { placeText, type SearchQuery } from './read-search-query.ts'

const foundOnPage = 20
/** A count goes no higher: `1000+`. */
export const countedMost = 1000
/** The best are chosen among the newest of what is found. */
const rankedMost = 2000
/** Milliseconds for the items of a page and for counts. */
const budgets = { page: 900, counts: 600 }

export type Counted = Pick<Found, 'count' | 'counts'> & {
  /** Whether there are or may be more. */
  readonly more: boolean
}

export type SearchResult = {
  readonly items: readonly FoundItem[]
  readonly counted: Counted
  /** Where the next page begins; null after the last. */
  readonly next: string | null
  /** Set where time was over before the page was full: what is older has not been searched. */
  readonly searchedTo: Found['searchedTo']
}

/** One page of what is found, and what all of it, as far as it is counted, is to be filtered by. */
export async function runSearch(trx: Trx, { search, order, after }: SearchQuery): Promise<SearchResult> {
  const wanted = order === 'best' ? rankedMost : countedMost + 1
  const budget = after ? budgets.counts : budgets.page
  const told = { most: foundOnPage + 1, order, after: order === 'best' ? after : null }
  const first = await findNewest(trx, search, { wanted, after: null, budget, told })
  const counted = { ...first, more: first.count > countedMost || first.searchedTo !== null }
  if (order === 'best') {
    const exact = (await findExact(trx, search, 5)).filter((hit) => after === null || byRank(hit, after) > 0)
    return { ...(await page(trx, ranked([...first.hits, ...exact]))), counted, searchedTo: null }
  }
  const found =
    after === null ? first : await findNewest(trx, search, { wanted: foundOnPage + 1, after, budget: budgets.page })
  return {
    ...(await page(trx, found.hits)),
    counted,
    searchedTo: found.hits.length > foundOnPage ? null : found.searchedTo,
  }
}

async function page(trx: Trx, hits: readonly Hit[]) {
  const shown = hits.slice(0, foundOnPage)
  const last = shown.at(-1)
  const items = await readFound(
    trx,
    shown.map(({ id }) => id),
  )
  return { items, next: last && hits.length > foundOnPage ? placeText(last) : null }
}

function ranked(hits: readonly Hit[]): readonly Hit[] {
  return [...new Map(hits.map((hit) => [hit.id, hit])).values()].sort(byRank)
}
