/**
 * Where a gram stands in a segment: for each place the distance to the case before, and the place modulo 16, as numbers of
 * seven bits a byte. Two grams of a word that stand in a text, but not as far apart as in the word, are told apart by that
 * but for one time in sixteen.
 */
export class PostingsWriter {
  #bytes = new Uint8Array(8)
  #length = 0
  #last = 0

  get empty(): boolean {
    return this.#length === 0
  }

  /** Cases come in ascending order. */
  add(ordinal: number, place: number): void {
    let left = ((ordinal - this.#last) << 4) | (place & 15)
    this.#last = ordinal
    if (this.#length + 5 > this.#bytes.length) {
      const longer = new Uint8Array(this.#bytes.length * 2)
      longer.set(this.#bytes)
      this.#bytes = longer
    }
    while (left > 0x7f) {
      this.#bytes[this.#length++] = (left & 0x7f) | 0x80
      left >>>= 7
    }
    this.#bytes[this.#length++] = left
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }
}

/**
 * Adds the places of a gram to those of the cases, a bit for each place modulo 16; `offset` is where in the word the gram
 * stands, so that the bit is where the word would begin.
 */
export function addPlaces(places: Uint16Array, postings: Uint8Array, offset: number): void {
  let ordinal = 0
  for (let at = 0; at < postings.length; ) {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = postings[at++] ?? 0
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) break
    }
    ordinal += value >>> 4
    places[ordinal] = (places[ordinal] ?? 0) | (1 << ((value - offset) & 15))
  }
}
