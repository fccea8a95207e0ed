import type { Trx } from '../../../storage/open-storage.ts'
import { type FoundItem, readFound } from '../../../storage/publications/search/read-found.ts'
import { findExact, findNewest, type Hit, type Place } from '../../../storage/publications/search/search-public.ts'
import { placeText, type SearchQuery } from './read-search-query.ts'

const foundOnPage = 20
/** A count goes no higher: `1000+`. */
export const countedMost = 1000
/** The best are chosen among the newest of what is found. */
const rankedMost = 2000
/** Milliseconds for the items of a page and for counts. */
const budgets = { page: 900, counts: 600 }

export type Counted = {
  /** Newest first, as many as were looked at. */
  readonly hits: readonly Hit[]
  /** Whether there are or may be more. */
  readonly more: boolean
}

export type SearchResult = {
  readonly items: readonly FoundItem[]
  readonly counted: Counted
  /** Where the next page begins; null after the last. */
  readonly next: string | null
  /** Set where time was over before the page was full: what is older has not been searched. */
  readonly searchedTo: Place | null
}

/** One page of what is found, and what all of it, as far as it is counted, is to be filtered by. */
export async function runSearch(trx: Trx, { search, order, after }: SearchQuery): Promise<SearchResult> {
  const wanted = order === 'best' ? rankedMost : countedMost + 1
  const first = await findNewest(trx, search, { wanted, after: null, budget: after ? budgets.counts : budgets.page })
  const counted = { hits: first.hits, more: first.hits.length > countedMost || first.searchedTo !== null }
  if (order === 'best') {
    const hits = ranked([...first.hits, ...(await findExact(trx, search, 5))])
    return {
      ...(await page(trx, after === null ? hits : hits.filter((hit) => compare(hit, after) > 0))),
      counted,
      searchedTo: null,
    }
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

type Ranked = Pick<Hit, 'rank' | 'at' | 'id'>

/** Below zero where `a` comes first: the better, then the newer. */
function compare(a: Ranked, b: Ranked): number {
  return b.rank - a.rank || (a.at === b.at ? (a.id > b.id ? -1 : a.id === b.id ? 0 : 1) : a.at > b.at ? -1 : 1)
}

function ranked(hits: readonly Hit[]): readonly Hit[] {
  return [...new Map(hits.map((hit) => [hit.id, hit])).values()].sort(compare)
}
