import { foldPublicText } from '../../../publications/search/fold-public-text.ts'
import { article20 } from '../../../statute/article-20.ts'
import { parseDay } from '../../../statute/day.ts'
import { genreIds } from '../../../statute/genres.ts'
import { themes } from '../../../statute/themes.ts'
import { validityIds } from '../../../statute/validity.ts'
import type { PublicAgency } from '../../../storage/publications/public-items.ts'
import type { Place, PublicSearch } from '../../../storage/publications/search/search-public.ts'
import type { SearchWords } from './search-words.ts'

/** What can stand in the address of a search, besides where a page begins. */
const searchFieldNames = [
  'q',
  'field',
  'maker',
  'from',
  'to',
  'agency',
  'item',
  'theme',
  'genre',
  'validity',
  'order',
] as const
export type SearchField = (typeof searchFieldNames)[number]

export type SearchQuery = {
  /** What the form shows again. */
  readonly typed: Readonly<Record<SearchField, string>>
  readonly search: PublicSearch
  readonly order: 'newest' | 'best'
  /** Where the page begins: after this item of the order, whose rank is told where the order is by rank. */
  readonly after: (Place & { readonly rank: number }) | null
  /** Whether anything is asked for at all. */
  readonly isEmpty: boolean
  /** What is wrong with it, in words; nothing is searched then. */
  readonly complaint: string | null
}

export const longestAsked = 200
const mostWords = 10

/** Reads the address of a search. What names nothing is left out; what cannot be searched for is complained of. */
export function readSearchQuery(
  params: URLSearchParams,
  agencies: readonly PublicAgency[],
  words: SearchWords,
): SearchQuery {
  // What was no character before it was sent is none now.
  const value = (name: SearchField) => (params.get(name) ?? '').replaceAll('\ufffd', ' ').trim()
  const typed = Object.fromEntries(
    searchFieldNames.map((name) => [name, value(name).slice(0, longestAsked)]),
  ) as SearchQuery['typed']
  const tooLong = searchFieldNames.some((name) => value(name).length > longestAsked)
  const asked = wordsOf(typed.q)
  const [from, to] = [parseDay(typed.from), parseDay(typed.to)]
  const mark = params.get('after') ?? ''
  const after = readPlace(mark)
  const agency = agencies.find(({ code }) => code === typed.agency)
  const item = article20.find(({ id }) => id === typed.item)
  const theme = themes.find(({ id, within }) => within === null && id === typed.theme)
  const genre = genreIds.find((id) => id === typed.genre)
  const validity = validityIds.find((id) => id === typed.validity)
  const maker = foldPublicText(typed.maker)
  const search: PublicSearch = {
    words: asked,
    field: typed.field === 'title' || typed.field === 'number' ? typed.field : 'all',
    ...(agency && { agencyId: agency.id }),
    ...(item && { item: item.id }),
    ...(theme && { themeClass: theme.id }),
    ...(genre && { genre }),
    ...(validity && { validity }),
    ...(maker !== '' && { maker }),
    ...(from && { from }),
    ...(to && { to }),
  }
  const badDay = (typed.from !== '' && !from) || (typed.to !== '' && !to)
  return {
    typed,
    search,
    order: typed.order === 'best' ? 'best' : 'newest',
    after,
    isEmpty: Object.keys(search).length === 2 && asked.length === 0,
    complaint: tooLong
      ? words.tooLong(longestAsked)
      : asked.length > mostWords
        ? words.tooMany(mostWords)
        : badDay
          ? words.badDay
          : mark !== '' && after === null
            ? words.badPlace
            : null,
  }
}

function wordsOf(text: string): readonly string[] {
  return [...new Set(foldPublicText(text).split(' '))].filter((word) => word !== '')
}

/** `0_2026-03-02T01:30:00.000000Z_{id}`: rank, instant and id of the last item of the page before. */
export function placeText({ rank, at, id }: Place & { readonly rank: number }): string {
  return `${rank}_${at}_${id}`
}

function readPlace(text: string): SearchQuery['after'] {
  const [, rank, at, id] =
    /^([0-4])_((?:19|20)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
      text,
    ) ?? []
  if (rank === undefined || at === undefined || id === undefined || !isInstant(at)) return null
  return { rank: Number(rank), at, id }
}

function isInstant(at: string): boolean {
  const read = new Date(at)
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 19) === at.slice(0, 19)
}
