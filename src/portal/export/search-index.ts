import { foldText } from '../../office/fold-text.ts'
import { bodyText } from '../../publications/item-body.ts'
import type { SearchedItem } from '../../storage/publications/public-items.ts'

/** Items that can be searched in a browser; of more, the newest. */
export const mostSearched = 20_000

/** Items in one file of what is shown of a hit. */
const itemsInFile = 500
/** About how many bytes a file of pairs should have, before compression. */
const bytesOfPairs = 48_000

/** A file of the index: its name below the folder of the index, and its text. */
export type IndexFile = { readonly name: string; readonly text: string }

/**
 * An index for search in a browser. Each item has a place, the oldest 0, so that a new item moves none. A pair of characters that
 * stand side by side leads to the places of the items that have it, as distances; pairs are spread over files by their first
 * character. What is shown of an item stands in files of 500.
 */
export class SearchIndex {
  readonly #pairs = new Map<number, number[]>()
  readonly #last = new Map<number, number>()
  readonly #shown: string[] = []

  /** Adds the next item, which is newer than those before. `agency` is the name that is shown. */
  add(item: SearchedItem, agency: string): void {
    const place = this.#shown.length
    const { id, title, documentNumber, indexNumber, maker, publishedAt, validity, keywords, body } = item
    this.#shown.push(JSON.stringify([id, title, documentNumber ?? '', agency, publishedAt.slice(0, 10), validity]))
    const text = [title, documentNumber ?? '', indexNumber, maker, ...keywords, body ? bodyText(body) : ''].join('\n')
    for (const pair of pairsOf(text)) {
      const places = this.#pairs.get(pair)
      if (places) places.push(place - (this.#last.get(pair) ?? 0))
      else this.#pairs.set(pair, [place])
      this.#last.set(pair, place)
    }
  }

  files(): readonly IndexFile[] {
    const entries = [...this.#pairs]
      .sort(([a], [b]) => a - b)
      .map(([pair, places]) => [pair, `"${pair.toString(36)}":[${places.join()}]`] as const)
    const size = entries.reduce((sum, [, text]) => sum + text.length, 0)
    const count = 2 ** Math.max(0, Math.ceil(Math.log2(size / bytesOfPairs)))
    const spread: string[][] = Array.from({ length: count }, () => [])
    for (const [pair, text] of entries) spread[fileOfPair(pair, count)]?.push(text)
    const items = Math.ceil(this.#shown.length / itemsInFile)
    return [
      {
        name: 'index.json',
        text: `${JSON.stringify({ items: this.#shown.length, inFile: itemsInFile, pairs: count })}\n`,
      },
      ...spread.map((texts, at) => ({ name: `pairs-${at}.json`, text: `{${texts.join(',\n')}}\n` })),
      ...Array.from({ length: items }, (_, at) => ({
        name: `items-${at}.json`,
        text: `[${this.#shown.slice(at * itemsInFile, (at + 1) * itemsInFile).join(',\n')}]\n`,
      })),
    ]
  }
}

/** The pairs of a text, each once. A character that stands before white space is a pair with nothing. */
function pairsOf(text: string): ReadonlySet<number> {
  const pairs = new Set<number>()
  const folded = foldText(text)
  for (let at = 0; at < folded.length; at++) {
    const first = folded.charCodeAt(at)
    const second = at + 1 < folded.length ? folded.charCodeAt(at + 1) : 0
    if (first > 32) pairs.add(first * 65_536 + (second > 32 ? second : 0))
  }
  return pairs
}

/** All pairs that begin with one character are in one file, so that a single character can be searched. */
function fileOfPair(pair: number, files: number): number {
  return Math.floor(pair / 65_536) % files
}
