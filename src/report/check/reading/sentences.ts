/** A stretch of a view with its place in it. */
export type Stretch = { readonly text: string; readonly start: number }

/** Nobody writes longer ones; what has no full stop for so long is no prose, and is not judged. */
const LONGEST_SENTENCE = 3000
const LONGEST_CLAUSE = 600

/** The sentences of `text`, parted by full stops, exclamation and question marks and paragraphs; `；` does not part. */
export function sentencesOf(text: string): readonly Stretch[] {
  return stretchesOf(text, /[^。！？\n]+[。！？]?/g, LONGEST_SENTENCE)
}

/** The clauses of `text`, parted by commas and semicolons as well. `、` does not part. */
export function clausesOf(text: string): readonly Stretch[] {
  return stretchesOf(text, /[^，；。！？\n]+/g, LONGEST_CLAUSE)
}

/** The paragraphs of `text`; overlong ones are left out as well. */
export function paragraphsOf(text: string): readonly Stretch[] {
  return stretchesOf(text, /[^\n]+/g, 2 * LONGEST_SENTENCE)
}

function stretchesOf(text: string, pattern: RegExp, longest: number): readonly Stretch[] {
  return [...text.matchAll(pattern)].flatMap((match) =>
    match[0].length > longest ? [] : [{ text: match[0], start: match.index }],
  )
}
