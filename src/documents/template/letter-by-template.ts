import { Refusal } from '../../refusals/refusal.ts'
import type { LetterFields } from '../../requests/letters/fields/letter-fields.ts'
import type { LetterVariant } from '../../requests/letters/fields/letter-variants.ts'
import { fieldsOfVariant } from '../../requests/letters/fields/variant-fields.ts'
import type { Letter } from '../../requests/letters/letter.ts'
import { docxToPdf } from '../doc/convert-doc.ts'
import type { LetterFormat } from '../write/letter/render-letter.ts'
import { listsOf } from './check-template.ts'
import { fillAndCheck } from './fill-and-check.ts'
import { openTemplate } from './open-template.ts'

/**
 * A letter by an office's own template. Throws Refusal `template-lost` where it lacks anything it must say, and for a pdf
 * those of `docxToPdf`, which is looked for in `environment.PATH`.
 */
export async function letterByTemplate(
  content: Uint8Array,
  variant: LetterVariant,
  { letter, fields }: { readonly letter: Letter; readonly fields: LetterFields },
  format: LetterFormat,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Uint8Array> {
  const { bytes, missing } = fillAndCheck(openTemplate(content), fields, {
    lists: listsOf(fieldsOfVariant(variant)),
    title: letter.title,
    agency: letter.signature,
    on: letter.on,
  })
  if (missing.length > 0) {
    const named = missing.map(({ field, article }) => (article === null ? `{${field}}` : `{${field}}（${article}）`))
    throw new Refusal('template-lost', { missing: [...new Set(named)].join('、') })
  }
  return format === 'pdf' ? await docxToPdf(bytes, environment) : bytes
}
