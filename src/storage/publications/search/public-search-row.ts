import type { Gram } from '../../../office/grams.ts'
import { bodyText, type ItemBody } from '../../../publications/item-body.ts'
import { foldNumber, foldPublicText } from '../../../publications/search/fold-public-text.ts'
import { markOf, textGrams, titleGrams } from '../../../publications/search/public-grams.ts'

/** Characters of one item that can be searched; what a file has beyond that is read by opening it. */
const longest = 300_000

/** What the index takes from a published item. */
export type Searchable = {
  readonly agencyId: number
  readonly title: string
  readonly documentNumber: string | null
  readonly indexNumber: string
  readonly makers: readonly string[]
  readonly summary: string | null
  readonly keywords: readonly string[]
  readonly item: string | null
  readonly theme: string | null
  readonly genre: string | null
  readonly validity: string
  readonly body: ItemBody | null
  readonly attachmentText: string
}

export type SearchRow = {
  readonly title: string
  readonly number: string
  readonly maker: string
  readonly themeClass: string | null
  readonly text: string
  readonly grams: readonly Gram[]
}

/** How an item stands in the search table: folded, and with the pairs and marks by which its index finds it. */
export function searchRowOf(item: Searchable): SearchRow {
  const title = foldPublicText(item.title)
  const numbers = [item.documentNumber ?? '', item.indexNumber].map(foldNumber).filter((one) => one !== '')
  const maker = item.makers.map(foldPublicText).join('\n')
  const written = [item.documentNumber ?? '', item.summary ?? '', item.keywords.join('\n')].map(foldPublicText)
  const long = [item.body === null ? '' : bodyText(item.body), item.attachmentText].map((text) =>
    foldPublicText(text.slice(0, longest)),
  )
  const text = [title, ...numbers, maker, ...written, ...long]
    .filter((part) => part !== '')
    .join('\n')
    .slice(0, longest)
  const themeClass = item.theme?.split('.')[0] ?? null
  const grams = new Set<Gram>()
  for (const line of text.split('\n')) textGrams(line, grams)
  titleGrams(title, grams)
  grams.add(markOf('title', title))
  for (const number of numbers) grams.add(markOf('number', number))
  grams.add(markOf('agency', item.agencyId))
  grams.add(markOf('validity', item.validity))
  if (item.item !== null) grams.add(markOf('item', item.item))
  if (themeClass !== null) grams.add(markOf('theme', themeClass))
  if (item.genre !== null) grams.add(markOf('genre', item.genre))
  return { title, number: numbers.join('\n'), maker, themeClass, text, grams: [...grams] }
}
