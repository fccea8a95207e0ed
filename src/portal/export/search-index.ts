import { foldText } from '../../office/fold-text.ts'
import { bodyText } from '../../publications/item-body.ts'
import type { SearchedItem } from '../../storage/publications/public-items.ts'
import { PairRuns } from './pair-runs.ts'

/** Items that can be searched in a browser; of more, the newest. */
export const mostSearched = 20_000

/** Items in one file of what is shown of a hit. */
const itemsInFile = 500
/** About how many bytes a file of pairs should have, before compression. */
const bytesOfPairs = 48_000

export type SearchIndexOrder = {
  /** Takes a file of the index: its name below the folder of the index, and its text. */
  readonly write: (name: string, text: string) => void
  /** A file that may be made and taken away again for what does not fit into memory. */
  readonly spill: string
  /** Pairs of all texts that are held at once; see `PairRuns`. */
  readonly held?: number
}

/**
 * An index for search in a browser. Each item has a place, the oldest 0, so that a new item moves none. A pair of characters that
 * stand side by side leads to the places of the items that have it, as distances; pairs are spread over files by their first
 * character. What is shown of an item stands in files of 500. It is made in memory that does not grow with the number of items.
 */
export class SearchIndex {
  readonly #write: SearchIndexOrder['write']
  readonly #pairs: PairRuns
  #items = 0
  /** Of the last items, as many as are in no file yet. */
  #shown: string[] = []

  constructor({ write, spill, held }: SearchIndexOrder) {
    this.#write = write
    this.#pairs = new PairRuns(spill, held)
  }

  /** Adds the next item, which is newer than those before. `agency` is the name that is shown. */
  add(item: SearchedItem, agency: string): void {
    const { id, title, documentNumber, indexNumber, maker, publishedAt, validity, keywords, body } = item
    const text = [title, documentNumber ?? '', indexNumber, maker, ...keywords, body ? bodyText(body) : ''].join('\n')
    this.#addPairs(foldText(text), this.#items++)
    this.#shown.push(JSON.stringify([id, title, documentNumber ?? '', agency, publishedAt.slice(0, 10), validity]))
    if (this.#shown.length === itemsInFile) this.#writeShown()
  }

  /** Writes what is not written yet. Nothing can be added afterwards. */
  end(): void {
    if (this.#shown.length > 0) this.#writeShown()
    let size = 0
    for (const { first, second, places } of this.#pairs.pairs()) size += lengthOf(first, second, places)
    const files = 2 ** Math.max(0, Math.ceil(Math.log2(size / bytesOfPairs)))
    this.#writePairs(files)
    const index = { items: this.#items, inFile: itemsInFile, pairs: files }
    this.#write('index.json', `${JSON.stringify(index)}\n`)
  }

  /** Takes away what did not fit into memory. */
  close(): void {
    this.#pairs.close()
  }

  /** A character that stands before white space is a pair with nothing. */
  #addPairs(folded: string, place: number): void {
    for (let at = 0; at < folded.length; at++) {
      const first = folded.charCodeAt(at)
      const second = at + 1 < folded.length ? folded.charCodeAt(at + 1) : 0
      if (first > 32) this.#pairs.add(first, second > 32 ? second : 0, place)
    }
  }

  #writeShown(): void {
    const at = Math.ceil(this.#items / itemsInFile) - 1
    this.#write(`items-${at}.json`, `[${this.#shown.join(',\n')}]\n`)
    this.#shown = []
  }

  /** All pairs that begin with one character are in one file, so that a single character can be searched. */
  #writePairs(files: number): void {
    const written = new Set<number>()
    let file = 0
    let entries: (readonly [pair: number, text: string])[] = []
    const write = () => {
      const texts = entries.sort(([a], [b]) => a - b).map(([, text]) => text)
      this.#write(`pairs-${file}.json`, `{${texts.join(',\n')}}\n`)
      written.add(file)
      entries = []
    }
    for (const { first, second, places } of this.#pairs.pairs()) {
      if (entries.length > 0 && first % files !== file) write()
      file = first % files
      entries.push([first * 65_536 + second, entryOf(first, second, places)])
    }
    if (entries.length > 0) write()
    for (file = 0; file < files; file++) if (!written.has(file)) write()
  }
}

const nameOf = (first: number, second: number) => `"${(first * 65_536 + second).toString(36)}":[`

function entryOf(first: number, second: number, places: readonly number[]): string {
  let text = nameOf(first, second)
  let last = 0
  for (const [at, place] of places.entries()) {
    text += at === 0 ? place : `,${place - last}`
    last = place
  }
  return `${text}]`
}

/** Length of that entry, without making it. */
function lengthOf(first: number, second: number, places: readonly number[]): number {
  let length = nameOf(first, second).length + places.length
  let last = 0
  for (const place of places) {
    const distance = place - last
    length += distance < 10 ? 1 : distance < 100 ? 2 : distance < 1000 ? 3 : distance < 10_000 ? 4 : 5
    last = place
  }
  return length
}
