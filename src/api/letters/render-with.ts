import { letterByTemplate } from '../../documents/template/letter-by-template.ts'
import { type LetterFormat, renderLetter } from '../../documents/write/letter/render-letter.ts'
import type { LetterFields } from '../../requests/letters/fields/letter-fields.ts'
import type { Letter } from '../../requests/letters/letter.ts'
import type { TemplateInUse } from './template-for.ts'

/** The bytes of a composed letter: by the agency's template where one is given, else as the built-in letter. */
export async function renderWith(
  template: TemplateInUse | null,
  composed: { readonly letter: Letter; readonly fields: LetterFields },
  format: LetterFormat,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Uint8Array> {
  if (template === null) return await renderLetter(composed.letter, format)
  return await letterByTemplate(template.content, template.variant, composed, format, environment)
}
