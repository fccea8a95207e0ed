/**
 * Where a gram stands in a segment: for each place the distance to the case before, and the place modulo 16, as numbers of
 * seven bits a byte. Two grams of a word that stand in a text, but not as far apart as in the word, are told apart by that
 * but for one time in sixteen. Given are numbers in ascending order, whose remainder by `modulus` is case × 16 + place.
 */
export function encodePostings(values: Float64Array, modulus: number): Uint8Array {
  const bytes = new Uint8Array(values.length * 3)
  let length = 0
  let before = 0
  for (const value of values) {
    const casePlace = value % modulus
    const ordinal = Math.floor(casePlace / 16)
    let left = (ordinal - before) * 16 + (casePlace & 15)
    before = ordinal
    while (left > 0x7f) {
      bytes[length++] = (left & 0x7f) | 0x80
      left >>>= 7
    }
    bytes[length++] = left
  }
  return bytes.subarray(0, length)
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
