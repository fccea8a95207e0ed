/**
 * A place in the law, in the project's one grammar: instrument, article, item in round brackets, paragraph after ¶:
 * `条例36(1)`, `条例16¶2`, `109号4`, `法释〔2025〕8号1(2)`. Every citation in the code resolves (`resolve-citation.ts`).
 */
export type Citation = string & { readonly __brand: 'Citation' }

/** How sure a fact of the law is: read in its text, read at second hand, our own consequence, or from memory. */
export type Sureness = 'verified' | 'secondHand' | 'derived' | 'unverified'

/** The parts of a citation. `article` is 0 when the instrument as a whole is meant. */
export type CitationParts = { instrument: string; article: number; paragraph: number | null; item: number | null }

const GRAMMAR = /^(条例|[^\s¶()]+?(?:条例|号|法|典|解释|办法|规定))(?:([1-9]\d*)(?:¶([1-9]\d*))?(?:\(([1-9]\d*)\))?)?$/

/** The parts of `text`, or null when it does not follow the grammar. */
export function parseCitation(text: string): CitationParts | null {
  const match = GRAMMAR.exec(text)
  if (!match?.[1]) return null
  return {
    instrument: match[1],
    article: Number(match[2] ?? 0),
    paragraph: match[3] ? Number(match[3]) : null,
    item: match[4] ? Number(match[4]) : null,
  }
}

/** A citation written in code or data; throws when it does not follow the grammar. */
export function cite(text: string): Citation {
  if (!parseCitation(text)) throw new RangeError(`not a citation: ${text}`)
  return text as Citation
}
