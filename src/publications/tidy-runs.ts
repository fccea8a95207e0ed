import { type BodyRun, isPublicAddress } from './item-body.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f\u200b\u2060\ufeff]/g

/**
 * The pieces of a line as they are kept: alike neighbours are one, no spaces around the line and its breaks, none of a piece's
 * own that is nothing else, no control characters, and no link that may not stand on a public page.
 */
export function tidyRuns(runs: readonly BodyRun[]): readonly BodyRun[] {
  const joined: { text: string; bold: boolean; href: string | undefined }[] = []
  for (const { text, bold = false, href: given } of runs) {
    const clean = text.toWellFormed().replace(unwanted, '')
    const href = given !== undefined && isPublicAddress(given) ? given : undefined
    const last = joined.at(-1)
    if (clean === '') continue
    // A space is no piece of its own: it is as what stands before it, and is not underlined as a link.
    if (last && ((last.bold === bold && last.href === href) || clean.trim() === '')) last.text += clean
    else if (last && last.text.trim() === '') joined[joined.length - 1] = { text: last.text + clean, bold, href }
    else joined.push({ text: clean, bold, href })
  }
  const first = joined[0]
  if (first) first.text = first.text.trimStart()
  const end = joined.at(-1)
  if (end) end.text = end.text.trimEnd()
  return joined
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, bold, href }) => ({
      text: text.replace(/[ \t\u00a0]*\n[ \t\u00a0]*/g, '\n').replace(/\u00a0/g, ' '),
      ...(bold && { bold: true as const }),
      ...(href !== undefined && { href }),
    }))
}
