import { page } from '../../../report/render/page-measures.ts'
import type { Letter } from '../../../requests/letters/letter.ts'

/**
 * 信函格式 of GB/T 9704-2012, in millimetres from the edges of the page: the agency's name, the red double lines under it and at
 * the foot of the first page. They are as long as each other and stand in the middle of the page.
 */
export const letterHead = { nameTop: 30, lineBelowName: 4, lineFromFoot: 20, lineWidth: 170 } as const

/** Red of the name and of the double lines. */
export const letterRed = 'E60012'

/** The strokes of a double line and the space between them, in points; the thick one is outside. */
export const doubleLine = { thick: 2.25, gap: 1.5, thin: 0.75 } as const

/** Space between a red line and the text beside it, in points: 7/8 of a character of 3号. */
export const besideLine = 14

/** Size of the agency's name in points: as large as may be on one line of the text; 44 characters are the most for one. */
export function nameSize(name: string): number {
  const width = ((page.width - page.left - page.right) * 72) / 25.4
  return Math.max(10, Math.min(36, Math.floor(width / [...name].length)))
}

/**
 * Free characters at the right of name and date: the date stands four characters from the edge, the name in the middle above
 * it, and a name too long for that ends at the edge.
 */
export function signatureIndents(name: string, date: string): { readonly name: number; readonly date: number } {
  const indent = 4 + (charactersOf(date) - charactersOf(name)) / 2
  return { name: Math.max(0, Math.round(indent * 2) / 2), date: 4 }
}

/**
 * Indents of a line of 附件说明 in characters: the names stand below one another, also where one is longer than its line.
 */
export function attachmentIndents(line: string, at: number): { readonly left: number; readonly hanging: number } {
  const number = charactersOf(/^\d+\. /u.exec(line)?.[0] ?? '')
  return { left: 5 + number, hanging: at === 0 ? 3 + number : number }
}

/** Width in characters: digits and Latin letters are half as wide as Chinese ones. */
function charactersOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u0020-\u007e]/.test(character) ? 0.5 : 1), 0)
}

/**
 * Whether a last paragraph stays whole, on one page with the signature: one that is short, where no list of attachments stands
 * between them.
 */
export function staysWhole(paragraph: string, { attachments = [] }: Pick<Letter, 'attachments'>): boolean {
  return paragraph.length <= 300 && attachments.length === 0
}
