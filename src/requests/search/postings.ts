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

/** Cases in ascending order, and for each a bit for each place, modulo 16. */
export type CasePlaces = { readonly ordinals: readonly number[]; readonly places: readonly number[] }

/**
 * The cases of a gram, of those that are given where any are, with the places that both have; `offset` is where in the word
 * the gram stands, so that a place is where the word would begin.
 */
export function keepPlaces(given: CasePlaces | null, postings: Uint8Array, offset: number): CasePlaces {
  const ordinals: number[] = []
  const places: number[] = []
  const last = given === null ? Number.POSITIVE_INFINITY : (given.ordinals.at(-1) ?? -1)
  let among = 0
  let ordinal = 0
  let here = 0
  const close = () => {
    if (given !== null) {
      while ((given.ordinals[among] ?? Number.POSITIVE_INFINITY) < ordinal) among++
      here &= given.ordinals[among] === ordinal ? (given.places[among] ?? 0) : 0
    }
    if (here === 0) return
    ordinals.push(ordinal)
    places.push(here)
  }
  for (let at = 0; at < postings.length; ) {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = postings[at++] ?? 0
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) break
    }
    if (value >>> 4 > 0) {
      close()
      here = 0
      ordinal += value >>> 4
      if (ordinal > last) return { ordinals, places }
    }
    here |= 1 << ((value - offset) & 15)
  }
  close()
  return { ordinals, places }
}

/** Adds the places of a gram to those of all cases. */
export function addPlaces(places: Uint16Array, postings: Uint8Array): void {
  let ordinal = 0
  for (let at = 0; at < postings.length; ) {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = postings[at++] ?? 0
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) break
    }
    ordinal += value >>> 4
    places[ordinal] = (places[ordinal] ?? 0) | (1 << (value & 15))
  }
}

/** The cases that have a place. */
export function placesIn(places: Uint16Array): CasePlaces {
  const ordinals = [...places.keys()].filter((ordinal) => places[ordinal])
  return { ordinals, places: ordinals.map((ordinal) => places[ordinal] ?? 0) }
}
