import { foldPublicText } from './fold-public-text.ts'

/** A piece of a text: whether it is one of the words that were looked for. */
export type Piece = { readonly text: string; readonly marked: boolean }

/** Characters before the first word in an excerpt, and of the whole of it. */
const before = 30
const longest = 130

/** A text with the folded words in it marked. */
export function markWords(text: string, words: readonly string[]): readonly Piece[] {
  const { folded, places } = foldWithPlaces(text)
  const marked = new Uint8Array(text.length)
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      marked.fill(1, places[at], places[at + word.length])
  const pieces: Piece[] = []
  for (let from = 0; from < text.length; ) {
    let to = from
    while (to < text.length && marked[to] === marked[from]) to++
    pieces.push({ text: text.slice(from, to), marked: marked[from] === 1 })
    from = to
  }
  return pieces
}

/** The line of a text that has most of the words, as much as fits round the first of them; the beginning where none has any. */
export function excerptOf(text: string, words: readonly string[]): readonly Piece[] {
  let [best, most] = ['', 0]
  for (const line of text.split('\n')) {
    if (best === '') best = line.trim()
    if (words.length === 0 || most === words.length) break
    const folded = foldPublicText(line)
    const has = words.filter((word) => folded.includes(word)).length
    if (has > most) [best, most] = [line.trim(), has]
  }
  const { folded, places } = foldWithPlaces(best)
  const met = words.map((word) => folded.indexOf(word)).filter((at) => at >= 0)
  const first = met.length === 0 ? 0 : (places[Math.min(...met)] ?? 0)
  const from = first <= before ? 0 : wholeFrom(best, first - before)
  const to = wholeFrom(best, from + longest)
  const pieces = markWords(best.slice(from, to), words)
  return [
    ...(from > 0 ? [{ text: '…', marked: false }] : []),
    ...pieces,
    ...(to < best.length ? [{ text: '…', marked: false }] : []),
  ]
}

/** No excerpt begins or ends within a character. */
function wholeFrom(text: string, at: number): number {
  return at < text.length && /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : Math.min(at, text.length)
}

/** A text folded character by character, with the place in the text that each unit of it comes from, and the end. */
function foldWithPlaces(text: string): { readonly folded: string; readonly places: readonly number[] } {
  let folded = ''
  const places: number[] = []
  let at = 0
  for (const character of text) {
    const one = foldPublicText(character) || ' '
    for (let unit = 0; unit < one.length; unit++) places.push(at)
    folded += one
    at += character.length
  }
  return { folded, places: [...places, text.length] }
}
