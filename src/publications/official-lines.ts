import { type BodyBlock, bodyText, type ItemBody } from './item-body.ts'

/** A longer line is a sentence, not a list of offices or a name. */
const longestName = 40
const formedOn =
  /^(?:\d{4}年\d{1,2}月\d{1,2}日|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$/
/** What may follow the day at the end: 附注 in brackets (GB/T 9704-2012 7.3.6). */
const note = /^[（(].*[）)]$/

/** Whether a block is 主送机关, which stands at the left without indent before all other text (GB/T 9704-2012 7.3.2). */
export function isAddressee(body: ItemBody, at: number): boolean {
  const [first] = body
  return at === 0 && first?.type === 'paragraph' && /^[^。；]*[：:]$/.test(lineOf(first))
}

/**
 * The text with 落款, the makers' names and the day at its end, at the right (GB/T 9704-2012 7.3.5), where nothing said otherwise: plain text
 * cannot say it, and Word files do it with blanks as often as not.
 */
export function alignSignature(body: ItemBody): ItemBody {
  const day = body.findLastIndex((block) => isLoose(block) && formedOn.test(lineOf(block).replace(/\s/g, '')))
  if (day < 1 || !body.slice(day + 1).every((block) => note.test(lineOf(block)))) return body
  let first = day
  while (first > 1 && isName(body[first - 1])) first--
  return body.map((block, at) =>
    at < first || at > day || block.type !== 'paragraph' ? block : { ...block, align: 'right' as const },
  )
}

function isName(block: BodyBlock | undefined): boolean {
  return isLoose(block) && lineOf(block).length <= longestName && !/[。；：，、？！:,;]/.test(lineOf(block))
}

function isLoose(block: BodyBlock | undefined): block is BodyBlock {
  return block?.type === 'paragraph' && block.align === undefined
}

function lineOf(block: BodyBlock): string {
  return bodyText([block]).trim()
}
