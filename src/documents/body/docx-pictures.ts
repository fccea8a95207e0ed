import { Refusal } from '../../refusals/refusal.ts'
import { limits } from '../limits.ts'
import type { Zip } from '../zip.ts'
import type { ImportedPicture } from './imported-body.ts'

/** Files' names and the words of cameras say nothing to whoever does not see the picture. */
const noAlt = /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf)$|[\\/]|^(?:IMG|DSC|图片|Picture|image)[\s_-]*\d*$/i

/** What a picture shows, as its document says; null where that is nothing, or no more than a file's name. */
export function altOf(given: string | null): string | null {
  const alt = given?.trim() ?? ''
  return alt === '' || noAlt.test(alt) ? null : alt.replace(/\s+/g, ' ').slice(0, 200)
}

/** The pictures that a Word document shows, in their order. */
export class DocxPictures {
  readonly #zip: Zip
  readonly #all: ImportedPicture[] = []

  constructor(zip: Zip) {
    this.#zip = zip
  }

  get all(): readonly ImportedPicture[] {
    return this.#all
  }

  /** Takes the picture of a part and gives the name by which the text shows it; null where the document lacks it. */
  take(part: string, about: Pick<ImportedPicture, 'alt' | 'after'>): string | null {
    if (!this.#zip.has(part)) return null
    const reference = `picture:${this.#all.length + 1}`
    const name = part.slice(part.lastIndexOf('/') + 1)
    this.#all.push({ reference, name, bytes: this.#bytesOf(part), ...about })
    return reference
  }

  #bytesOf(part: string): Uint8Array {
    const pieces: Uint8Array[] = []
    let length = 0
    this.#zip.read(part, (piece) => {
      length += piece.length
      if (length > limits.uploadBytes) throw new Refusal('zip-bomb')
      pieces.push(piece.slice())
    })
    const whole = new Uint8Array(length)
    let at = 0
    for (const piece of pieces) {
      whole.set(piece, at)
      at += piece.length
    }
    return whole
  }
}
