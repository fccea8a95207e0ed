import { foldText } from '../../office/fold-text.ts'

/**
 * A published text as search compares it, word and text alike: width, form and capitals aside, all kinds of brackets round a
 * year one, blanks and control characters one blank.
 */
export function foldPublicText(text: string): string {
  return foldText(text.toWellFormed())
    .replace(/[〔[【]/g, '(')
    .replace(/[〕\]】]/g, ')')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
}

/** A document or index number: as it is compared whole, without any blank. */
export function foldNumber(number: string): string {
  return foldPublicText(number).replaceAll(' ', '')
}
