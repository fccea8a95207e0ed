import { Refusal } from '../../refusals/refusal.ts'
import { isOrdinary } from '../text/decode-text.ts'

/** What the library gives for a character it draws; numbers among them are distances. */
type Glyph = { readonly originalCharCode: number; readonly unicode: string; readonly isSpace: boolean }

// Bullets of a symbol font are let pass, a table's figures are not.
const mostUndecoded = 0.02

/**
 * Notices text that the library could not decode and would leave out, or give as nonsense, without a word. Throws Refusal
 * `pdf-fonts-unknown`.
 */
export class DecodingCheck {
  #glyphs = 0
  #undecoded = 0
  #fontFailed = false

  /** `font` as the library keeps it: the words of its error for one that it could not make out. */
  useFont(font: unknown): void {
    this.#fontFailed = typeof font === 'string'
  }

  show(glyphs: readonly (Glyph | number)[]): void {
    if (this.#fontFailed) throw new Refusal('pdf-fonts-unknown')
    for (const glyph of glyphs) {
      if (typeof glyph === 'number' || glyph.isSpace) continue
      this.#glyphs++
      if (isUndecoded(glyph)) this.#undecoded++
    }
  }

  finish(): void {
    if (this.#undecoded > this.#glyphs * mostUndecoded) throw new Refusal('pdf-fonts-unknown')
  }
}

/** A font without a map to characters leaves its own numbers, which are control characters or lie anywhere. */
function isUndecoded({ unicode, originalCharCode }: Glyph): boolean {
  const code = unicode.codePointAt(0) ?? 0
  return code === originalCharCode && (code < 0x20 || !isOrdinary(code))
}
