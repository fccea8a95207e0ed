import { parseWholeXml } from './parse-xml.ts'
import type { ZipEntry } from './zip-entries.ts'

/** The texts that cells refer to by number. */
export type SharedStrings = { readonly at: (index: number) => string | undefined }

/**
 * Reads the texts that cells refer to. Runs of rich text are joined; phonetic guides are left out. Kept as bytes: as
 * strings they would be slices that hold on to the whole text of the part.
 */
export function readSharedStrings(entry: ZipEntry | undefined): SharedStrings {
  const strings = new PackedStrings()
  if (!entry) return strings
  let current = ''
  let inText = false
  let phonetic = 0
  parseWholeXml(entry, {
    open: (name) => {
      if (name === 'si') current = ''
      else if (name === 't') inText = phonetic === 0
      else if (name === 'rPh') phonetic++
    },
    close: (name) => {
      if (name === 'si') strings.push(unescapeText(current))
      else if (name === 't') inText = false
      else if (name === 'rPh') phonetic--
    },
    text: (text) => {
      if (inText) current += text
    },
  })
  return strings
}

/** Texts kept as strings: the words of a ledger come again and again. A text takes the place of one that shares its number. */
const KEPT = 4096

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Many texts in one run of bytes. */
class PackedStrings implements SharedStrings {
  #bytes = new Uint8Array(1 << 16)
  #ends = new Uint32Array(1 << 10)
  #count = 0
  #used = 0
  readonly #kept: string[] = new Array(KEPT).fill('')
  readonly #keptAt = new Int32Array(KEPT).fill(-1)

  push(text: string): void {
    // UTF-8 takes at most three bytes for a UTF-16 code unit.
    const needed = this.#used + text.length * 3
    if (needed > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2))
      grown.set(this.#bytes)
      this.#bytes = grown
    }
    if (this.#count === this.#ends.length) {
      const grown = new Uint32Array(this.#count * 2)
      grown.set(this.#ends)
      this.#ends = grown
    }
    this.#used += encoder.encodeInto(text, this.#bytes.subarray(this.#used)).written
    this.#ends[this.#count++] = this.#used
  }

  at(index: number): string | undefined {
    if (!(index >= 0 && index < this.#count)) return undefined
    const place = index % KEPT
    if (this.#keptAt[place] !== index) {
      this.#kept[place] = decoder.decode(
        this.#bytes.subarray(index === 0 ? 0 : this.#ends[index - 1], this.#ends[index]),
      )
      this.#keptAt[place] = index
    }
    return this.#kept[place]
  }
}

/** Spreadsheets write characters that XML cannot hold as `_x000D_`, and a literal `_x` as `_x005F_x`. */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
}
