import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'

/** Places of items are below this. */
const mostPlaces = 2 ** 15

/** Entries of 8 bytes that are held at once, and how many of each run are read at once when runs are merged. */
const sizes = { held: 2 ** 21, read: 2 ** 13 } as const

/**
 * Which pairs of characters are in which items, of any number, in 16 MB: what does not fit is sorted and put into a file, and all is
 * merged from there. Places have to be added ascending; a pair may be added more than once for a place.
 */
export class PairRuns {
  readonly #file: string
  readonly #held: Float64Array
  #used = 0
  #open: number | null = null
  /** How many entries each run in the file has. */
  readonly #runs: number[] = []

  /** `file` is made when it is needed, and taken away by `close`. */
  constructor(file: string, held: number = sizes.held) {
    this.#file = file
    this.#held = new Float64Array(held)
  }

  add(first: number, second: number, place: number): void {
    if (this.#used === this.#held.length) this.#spill()
    this.#held[this.#used++] = ((reversed[first] ?? 0) * 65_536 + second) * mostPlaces + place
  }

  /**
   * Each pair with the places that have it, ascending; `places` is used anew for the next one. Pairs come by the last bits of their
   * first character first, so that those that share any number of these follow each other.
   */
  *pairs(): Generator<{ readonly first: number; readonly second: number; readonly places: readonly number[] }> {
    if (this.#runs.length > 0 && this.#used > 0) this.#spill()
    const runs = this.#runs.length > 0 ? this.#readRuns() : [this.#heldRun()]
    const places: number[] = []
    for (;;) {
      let pair = Number.POSITIVE_INFINITY
      for (const run of runs) pair = Math.min(pair, run.pair)
      if (pair === Number.POSITIVE_INFINITY) return
      places.length = 0
      for (const run of runs) run.take(pair, places)
      yield { first: reversed[Math.floor(pair / 65_536)] ?? 0, second: pair % 65_536, places }
    }
  }

  close(): void {
    if (this.#open === null) return
    closeSync(this.#open)
    rmSync(this.#file)
    this.#open = null
  }

  #heldRun(): Run {
    const held = this.#held.subarray(0, this.#used).sort()
    let asked = false
    return new Run(() => {
      const more = asked ? null : held
      asked = true
      return more
    })
  }

  #spill(): void {
    this.#open ??= openSync(this.#file, 'wx+')
    const bytes = new Uint8Array(this.#held.subarray(0, this.#used).sort().buffer, 0, this.#used * 8)
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#open, bytes, at)
    this.#runs.push(this.#used)
    this.#used = 0
  }

  #readRuns(): readonly Run[] {
    const file = this.#open
    if (file === null) return []
    let start = 0
    return this.#runs.map((entries) => {
      let at = start
      const end = at + entries * 8
      start = end
      const block = new Float64Array(Math.min(entries, sizes.read))
      return new Run(() => {
        const wanted = Math.min(block.byteLength, end - at)
        if (wanted === 0) return null
        const bytes = new Uint8Array(block.buffer, 0, wanted)
        for (let read = 0; read < wanted; ) {
          const more = readSync(file, bytes, read, wanted - read, at + read)
          if (more === 0) throw new Error(`${this.#file} is shorter than it was`)
          read += more
        }
        at += wanted
        return block.subarray(0, wanted / 8)
      })
    })
  }
}

/** Sorted entries that are read in blocks. */
class Run {
  /** The pair that comes next. */
  pair = Number.POSITIVE_INFINITY
  readonly #more: () => Float64Array | null
  #block: Float64Array | null = null
  #at = 0

  constructor(more: () => Float64Array | null) {
    this.#more = more
    this.#block = more()
    this.#note()
  }

  /** Moves the places of this pair, each once, to the end of `places`. */
  take(pair: number, places: number[]): void {
    while (this.pair === pair) {
      const place = (this.#block?.[this.#at] ?? 0) % mostPlaces
      if (places.at(-1) !== place) places.push(place)
      this.#at++
      if (this.#at === this.#block?.length) {
        this.#block = this.#more()
        this.#at = 0
      }
      this.#note()
    }
  }

  #note(): void {
    const entry = this.#block?.[this.#at]
    this.pair = entry === undefined ? Number.POSITIVE_INFINITY : Math.floor(entry / mostPlaces)
  }
}

/** Each number of 16 bits with its bits in reverse. */
const reversed = Uint16Array.from({ length: 65_536 }, (_, number) => {
  let bits = 0
  for (let bit = 0; bit < 16; bit++) if ((number >> bit) & 1) bits |= 1 << (15 - bit)
  return bits
})
