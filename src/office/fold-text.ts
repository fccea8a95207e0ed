/**
 * A text as search compares it, word and content alike: characters that Unicode holds to be the same but for width or
 * form (NFKC), and capitals and small letters, are one.
 */
export function foldText(text: string): string {
  // The one small letter whose form depends on what stands beside it.
  return text.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ')
}

/** Whether a text, in any form, has each of these words, which are folded. No text has half of a character. */
export function hasWords(text: string, words: readonly string[]): boolean {
  const folded = foldText(text)
  return words.every((word) => word.isWellFormed() && folded.includes(word))
}
