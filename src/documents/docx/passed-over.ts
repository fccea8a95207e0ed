import type { Attributes } from './read-xml.ts'

/** Elements that hold nothing a reader sees: former states of tracked changes, field codes, prompts, phonetic guides. */
const always: ReadonlySet<string> = new Set([
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:tblGridChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'w:numberingChange',
  'w:sectPr',
  'w:tblGrid',
  'w:tblPr',
  'w:delText',
  'w:delInstrText',
  'w:instrText',
  'w:ffData',
  'w:rt',
])

/** Inside properties these mark a deleted paragraph end or row; elsewhere they hold deleted text. */
const propertyLists: ReadonlySet<string> = new Set(['w:rPr', 'w:trPr', 'w:pPr'])
const noteSeparators: ReadonlySet<string> = new Set(['separator', 'continuationSeparator', 'continuationNotice'])

/** True when neither the element nor anything in it is content. */
export function passedOver(name: string, parent: string, attribute: Attributes): boolean {
  if (always.has(name)) return true
  if (name === 'w:del' || name === 'w:moveFrom') return !propertyLists.has(parent)
  if (name === 'w:footnote' || name === 'w:endnote') return noteSeparators.has(attribute('type') ?? '')
  return false
}
