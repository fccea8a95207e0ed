import { type Gram, gramAt } from '../../office/grams.ts'
import { encodePostings } from './postings.ts'

/** Grams are kept apart by their first unit, so that no step over a segment takes long. */
const partCount = 64

/** A posting as one number that sorts by gram, case and place: 32, 17 and 4 bits of the 53 that a number holds. */
const casePlaces = 2 ** 21

/** Collects the grams of texts, and gives their postings part by part. Texts are folded. */
export class SegmentGrams {
  readonly #parts = Array.from({ length: partCount }, () => ({ values: new Float64Array(256), length: 0 }))

  add(ordinal: number, text: string): void {
    for (let place = 0; place < text.length; place++) {
      const gram = gramAt(text, place)
      const part = this.#parts[(gram >>> 16) % partCount]
      if (!part) continue
      if (part.length === part.values.length) {
        const longer = new Float64Array(part.length * 2)
        longer.set(part.values)
        part.values = longer
      }
      part.values[part.length++] = (gram >>> 0) * casePlaces + (ordinal << 4) + (place & 15)
    }
  }

  /** Each part once: its grams with their postings. */
  *parts(): Generator<readonly (readonly [Gram, Uint8Array])[]> {
    for (const part of this.#parts) {
      const values = part.values.subarray(0, part.length).sort()
      const postings: [Gram, Uint8Array][] = []
      for (let from = 0; from < values.length; ) {
        const gram = Math.floor((values[from] ?? 0) / casePlaces)
        let to = from + 1
        while (to < values.length && (values[to] ?? 0) < (gram + 1) * casePlaces) to++
        postings.push([gram | 0, encodePostings(values.subarray(from, to), casePlaces)])
        from = to
      }
      yield postings
      part.values = new Float64Array()
      part.length = 0
    }
  }
}
