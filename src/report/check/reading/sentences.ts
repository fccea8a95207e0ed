/** A stretch of a view with its place in it. */
export type Stretch = { readonly text: string; readonly start: number }

/** The sentences of `text`, parted by full stops, exclamation and question marks and paragraphs; `；` does not part. */
export function sentencesOf(text: string): readonly Stretch[] {
  return stretchesOf(text, /[^。！？\n]+[。！？]?/g)
}

/** The clauses of `text`, parted by commas and semicolons as well. `、` does not part. */
export function clausesOf(text: string): readonly Stretch[] {
  return stretchesOf(text, /[^，；。！？\n]+/g)
}

function stretchesOf(text: string, pattern: RegExp): readonly Stretch[] {
  return [...text.matchAll(pattern)].map((match) => ({ text: match[0], start: match.index }))
}
