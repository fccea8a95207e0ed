/** Stands in a value for a line feed until the letter is filled; no text holds it. */
export const lineFeedMark = '\ufdd0'

const openTag = /<w:p(?:\s[^>]*)?>|<\/w:p>/g
/** What a paragraph may not hold to be parted: what it would tear apart, and what would then be there twice. */
const inseparable =
  /<w:(?:hyperlink|sdt|smartTag|fldSimple|fldChar|drawing|pict|object|sectPr|numPr|bookmarkStart|permStart)\b|<mc:|<m:/

/**
 * Makes the lines of a value paragraphs that look like the one it stands in, indent and all; in a paragraph that cannot be
 * parted they become line breaks.
 */
export function splitParagraphs(xml: string): string {
  if (!xml.includes(lineFeedMark)) return xml
  let result = ''
  let from = 0
  const open: number[] = []
  for (const { 0: tag, index } of xml.matchAll(openTag)) {
    if (tag.endsWith('/>')) continue
    if (tag !== '</w:p>') {
      open.push(index)
      continue
    }
    const start = open.pop() ?? index
    // Paragraphs in text boxes end before the one that they hang in; what was written of that one stays.
    if (start < from) continue
    const end = index + tag.length
    result += xml.slice(from, start) + splitParagraph(xml.slice(start, end))
    from = end
  }
  return asBreaks(result + xml.slice(from))
}

function splitParagraph(paragraph: string): string {
  if (!paragraph.includes(lineFeedMark) || inseparable.test(paragraph)) return paragraph
  const properties = /^<w:p(?:\s[^>]*)?>(<w:pPr>.*?<\/w:pPr>)/s.exec(paragraph)?.[1] ?? ''
  return paragraph.replace(/<w:r(?:\s[^>]*)?>(<w:rPr>.*?<\/w:rPr>)?.*?<\/w:r>/gs, (run, look: string | undefined) =>
    run.replaceAll(lineFeedMark, `</w:t></w:r></w:p><w:p>${properties}<w:r>${look ?? ''}<w:t xml:space="preserve">`),
  )
}

function asBreaks(xml: string): string {
  return xml.replaceAll(lineFeedMark, '</w:t><w:br/><w:t xml:space="preserve">')
}
