import type { HeadingLevel } from '../../publications/heading-level.ts'
import type { BodyRun } from '../../publications/item-body.ts'
import { traitsOf } from '../html/html-elements.ts'
import { BodyBuilder } from './body-builder.ts'
import type { ImportedBody } from './imported-body.ts'
import { type TreeNode, walkTree } from './tree-node.ts'

type Element = Extract<TreeNode, { kind: 'element' }>
type Look = { readonly bold: boolean; readonly href: string | undefined; readonly label: boolean }
type Block = {
  level: HeadingLevel | null
  align: 'center' | 'right' | null
  list: 'ordered' | 'bullets' | null
  caption: boolean
}

/** What Word and WPS put into their pages that no reader sees. */
const hidden =
  /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*(?:comment|comment-list|header|footer)|text-decoration[^;]*line-through/i
/** The glyphs of bullets in the fonts that Word takes them from. */
const bullet = /^[·•●○■□◆◇▪▫➢✓ü§ØÐnloqv\-–—*o]$/u
const cjk = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u3000-\\u303f]'
const brokenLine = new RegExp(`(${cjk})[ \\t]*[\\r\\n]+[ \\t]*(?=${cjk})`, 'g')

/**
 * Blocks of a text out of a page or of what Word and WPS put on the clipboard; the same in Node and in a browser. Only what is
 * known is taken: words, headings, bold, checked links, lists, tables. Styles, scripts, comments and pictures are not.
 */
export function bodyFromTree(root: readonly TreeNode[]): ImportedBody {
  const reader = new TreeReader(lowestHeading(root))
  walkTree(root, reader)
  return reader.finish()
}

/** Below a title that is the page's h1 the first level is h2. */
function lowestHeading(root: readonly TreeNode[]): number {
  let lowest = 7
  walkTree(root, {
    enter(element) {
      const rank = /^h([1-6])$/.exec(element.name)?.[1]
      if (rank) lowest = Math.min(lowest, Number(rank))
      return true
    },
    leave() {},
    text() {},
  })
  return Math.min(lowest, 2)
}

class TreeReader {
  readonly #builder = new BodyBuilder()
  readonly #lowest: number
  readonly #looks: Look[] = [{ bold: false, href: undefined, label: false }]
  readonly #blocks: Block[] = [{ level: null, align: null, list: null, caption: false }]
  readonly #lists: ('ordered' | 'bullets')[] = []
  #runs: BodyRun[] = []
  #label = ''
  #caption: string[] | null = null
  #pre = 0

  constructor(lowest: number) {
    this.#lowest = lowest
  }

  finish(): ImportedBody {
    this.#endLine()
    return { body: this.#builder.finish(), pictures: [], notes: this.#builder.notes.all }
  }

  enter(element: Element): boolean {
    const { name } = element
    const style = element.attribute('style') ?? ''
    if (name === 'img' || name === 'v:imagedata') return this.#picture(element)
    if (name === 'br') return this.#break()
    const traits = traitsOf(name)
    if (traits.isDropped || name === 'head' || name.startsWith('v:') || name === 'xml' || hidden.test(style))
      return false
    if (traits.isVoid) return false
    this.#looks.push(lookOf(element, style, this.#looks.at(-1) as Look))
    if (name === 'pre') this.#pre++
    if (name === 'ol' || name === 'ul') this.#lists.push(name === 'ol' ? 'ordered' : 'bullets')
    if (traits.isBlock || traits.part) {
      this.#endLine()
      this.#blocks.push(this.#blockOf(element, style))
      this.#openPart(element, traits.part)
    }
    return true
  }

  leave({ name }: Element): void {
    const traits = traitsOf(name)
    this.#looks.pop()
    if (name === 'pre') this.#pre--
    if (!traits.isBlock && !traits.part) return
    if (name === 'caption') {
      this.#builder.caption((this.#caption ?? []).join('').replace(/\s+/g, ' '))
      this.#caption = null
    }
    this.#endLine()
    this.#blocks.pop()
    if (name === 'ol' || name === 'ul') this.#lists.pop()
    if (traits.part === 'cell') this.#builder.closeCell()
    if (traits.part === 'group') this.#builder.endRowGroup()
    if (traits.part === 'table') this.#builder.closeTable()
  }

  text(given: string): void {
    const text = this.#pre > 0 ? given : given.replace(brokenLine, '$1').replace(/[ \t\r\n\f]+/g, ' ')
    if (this.#caption) this.#caption.push(text)
    else if (this.#looks.at(-1)?.label) this.#label += text
    else this.#write(text)
  }

  #write(text: string): void {
    const { bold, href } = this.#looks.at(-1) as Look
    const last = this.#runs.at(-1)?.text ?? ' '
    const joined = this.#pre === 0 && /\s$/.test(last) ? text.replace(/^ +/, '') : text
    if (joined !== '')
      this.#runs.push({ text: joined, ...(bold && { bold: true }), ...(href !== undefined && { href }) })
  }

  #break(): false {
    if (this.#runs.length > 0) this.#runs.push({ text: '\n' })
    return false
  }

  #picture(element: Element): false {
    const alt = element.attribute('alt')?.trim() ?? ''
    this.#builder.notes.add(
      'picture-left-out',
      alt ||
        this.#runs
          .map(({ text }) => text)
          .join('')
          .slice(-20),
    )
    return false
  }

  #openPart(element: Element, part: ReturnType<typeof traitsOf>['part']): void {
    const { name } = element
    const span = (attribute: string, most: number) =>
      Math.max(1, Math.min(most, Math.trunc(Number(element.attribute(attribute))) || 1))
    if (part === 'table') this.#builder.openTable()
    if (part === 'row') this.#builder.openRow()
    if (part === 'cell')
      this.#builder.openCell(span('colspan', 1000), span('rowspan', 1000), name === 'th' ? 'head' : 'data')
    if (name === 'caption') this.#caption = []
  }

  #blockOf(element: Element, style: string): Block {
    const outer = this.#blocks.at(-1) as Block
    const { name } = element
    const rank = Number(/^h([1-6])$/.exec(name)?.[1] ?? /mso-outline-level\s*:\s*([1-9])/i.exec(style)?.[1] ?? 0)
    const shift = /^h/.test(name) ? this.#lowest - 1 : 0
    const align =
      /text-align\s*:\s*(center|right|left|justify)/i.exec(style)?.[1]?.toLowerCase() ?? element.attribute('align')
    return {
      level: rank > 0 ? (Math.max(1, Math.min(4, rank - shift)) as HeadingLevel) : outer.level,
      align:
        align === 'center' || align === 'right'
          ? align
          : align === undefined
            ? name === 'center'
              ? 'center'
              : outer.align
            : null,
      list: name === 'li' ? (this.#lists.at(-1) ?? 'bullets') : /^(?:td|th)$/.test(name) ? null : outer.list,
      caption: name === 'figcaption' || /^MsoCaption/.test(element.attribute('class') ?? ''),
    }
  }

  #endLine(): void {
    const block = this.#blocks.at(-1) as Block
    const label = this.#label.replace(/[\s\u00a0]+/g, ' ').trim()
    this.#label = ''
    if (label !== '' && bullet.test(label)) this.#builder.line({ ...block, runs: this.#runs, list: 'bullets' })
    else {
      const space = /[\u3000-\u303f\uff00-\uffef]$/.test(label) ? '' : ' '
      const runs = label === '' ? this.#runs : [{ ...this.#runs[0], text: `${label}${space}` }, ...this.#runs]
      this.#builder.line({ ...block, runs })
    }
    this.#runs = []
  }
}

function lookOf({ name, attribute }: Element, style: string, outer: Look): Look {
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase()
  const bold =
    weight === undefined
      ? name === 'b' || name === 'strong' || outer.bold
      : weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
  const href = name === 'a' ? attribute('href')?.trim() : undefined
  // A bookmark within the document it was copied from leads nowhere here.
  const leads = href !== undefined && href !== '' && !href.startsWith('#_') ? href : outer.href
  return { bold, href: leads, label: outer.label || /mso-list\s*:\s*ignore/i.test(style) }
}
