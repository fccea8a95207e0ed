import { frameFields } from '../../requests/letters/fields/frame-fields.ts'
import type { LetterVariant } from '../../requests/letters/fields/letter-variants.ts'
import { starterLetter } from '../../requests/letters/fields/starter-letter.ts'
import { writeLetterDocx } from '../write/letter/letter-docx.ts'

const ending = [frameFields.remedies, frameFields.attachments].map((name) => `{#${name}}`)

/** The built-in letter as a Word template; remedies and attachments stay on one page with the signature. */
export async function writeStarterDocx(variant: LetterVariant): Promise<Uint8Array> {
  const letter = starterLetter(variant)
  const end = letter.paragraphs.findIndex((paragraph) => ending.includes(paragraph))
  return await writeLetterDocx(letter, end < 0 ? undefined : end)
}
