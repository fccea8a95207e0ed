import type { Letter } from '../../../requests/letters/letter.ts'

/** The formats that a letter can be written in. */
export const letterFormats = ['docx', 'pdf'] as const
export type LetterFormat = (typeof letterFormats)[number]

/** The bytes of a letter. Throws Refusal `missing-glyph` for what a pdf cannot show. */
export async function renderLetter(letter: Letter, format: LetterFormat): Promise<Uint8Array> {
  // Each writer is loaded only when its format is asked for: the packages behind them are large.
  if (format === 'pdf') return await (await import('../pdf/write-pdf-apart.ts')).startLetterPdfWriter()(letter)
  return await (await import('./letter-docx.ts')).writeLetterDocx(letter)
}

/** A letter as a pdf, set by the thread that a server keeps for the next one. */
export async function renderLetterStanding(letter: Letter): Promise<Uint8Array> {
  return await (await import('../pdf/write-pdf-apart.ts')).setStanding({ letter })
}
