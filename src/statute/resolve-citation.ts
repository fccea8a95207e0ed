import type { Article } from './articles.ts'
import { parseCitation } from './citation.ts'
import { type Instrument, instruments } from './instruments.ts'

/** What a citation points at; `article` is null when the instrument as a whole is meant. */
export type ResolvedCitation = { readonly instrument: Instrument; readonly article: Article | null }

const byName = new Map(instruments.flatMap((one) => one.citedAs.map((name) => [name, one] as const)))

/**
 * The place in the law that `text` cites, or null when it does not follow the grammar, names an unknown instrument or
 * article, or a paragraph or item that the article is not known to have.
 */
export function resolveCitation(text: string): ResolvedCitation | null {
  const parts = parseCitation(text)
  const instrument = parts && byName.get(parts.instrument)
  if (!parts || !instrument) return null
  if (parts.article === 0) return { instrument, article: null }
  const article = instrument.articles.find(({ number }) => number === parts.article)
  if (!article) return null
  if ((parts.paragraph ?? 1) > article.paragraphs || (parts.item ?? 0) > article.items) return null
  return { instrument, article }
}
