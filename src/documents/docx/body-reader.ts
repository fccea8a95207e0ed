import { Refusal } from '../../refusals/refusal.ts'
import { Budget } from '../budget.ts'
import { cleanText } from '../flow/clean-text.ts'
import type { FlowItem } from '../flow/flow.ts'
import { FlowBuilder } from '../flow/flow-builder.ts'
import type { Numbering } from './numbering.ts'
import { isOn } from './on-off.ts'
import { ParagraphDraft } from './paragraph-draft.ts'
import { passedOver } from './passed-over.ts'
import type { Attributes, XmlHandler } from './read-xml.ts'
import { asSeen, type RunLook, withProperty } from './run-look.ts'
import type { Styles } from './styles.ts'

type Row = { before: number; gone: boolean; opened: boolean }
type Cell = { span: number; merge: 'above' | 'left' | null; gone: boolean; opened: boolean }

/** WordprocessingML of a body or of notes → paragraphs and tables. Nothing is recursive: depth lives on stacks of our own. */
export class BodyReader implements XmlHandler {
  readonly #styles: Styles
  readonly #numbering: Numbering
  readonly #budget = new Budget()
  /** The document, and above it the text boxes that are open. */
  readonly #flows: FlowBuilder[] = [new FlowBuilder(this.#budget)]
  readonly #names: string[] = []
  readonly #paragraphs: ParagraphDraft[] = []
  readonly #rows: Row[] = []
  readonly #cells: Cell[] = []
  /** Text of a paragraph whose end was deleted in a tracked change: it runs on into the next one. */
  #carried: ParagraphDraft | null = null
  #run: RunLook = {}
  #takesText = false
  /** Depth at which passing over began; 0 when nothing is passed over. */
  #skipFrom = 0
  #placeholders = 0
  readonly #controls: { placeholder: boolean }[] = []

  constructor(styles: Styles, numbering: Numbering) {
    this.#styles = styles
    this.#numbering = numbering
  }

  finish(): readonly FlowItem[] {
    this.#endCarried()
    return (this.#flows[0] as FlowBuilder).items
  }

  open(name: string, attribute: Attributes): void {
    const parent = this.#names.at(-1) ?? ''
    this.#names.push(name)
    if (this.#skipFrom > 0) return
    if (passedOver(name, parent, attribute)) {
      this.#skipFrom = this.#names.length
      return
    }
    this.#openStructure(name) || this.#openContent(name, parent, attribute) || this.#property(name, parent, attribute)
  }

  close(name: string): void {
    const depth = this.#names.length
    this.#names.pop()
    if (this.#skipFrom > 0) {
      if (depth === this.#skipFrom) this.#skipFrom = 0
      return
    }
    switch (name) {
      case 'w:t':
      case 'm:t':
        this.#takesText = false
        break
      case 'w:p':
        this.#closeParagraph()
        break
      case 'w:tc':
        this.#openCell()
        this.#endCarried()
        if (this.#cells.pop()?.opened) this.#flow.closeCell()
        break
      case 'w:tr':
        this.#rows.pop()
        break
      case 'w:tbl':
        this.#flow.closeTable()
        break
      case 'w:txbxContent':
        this.#closeTextBox()
        break
      case 'w:sdt':
        if (this.#controls.pop()?.placeholder) this.#placeholders--
        break
    }
  }

  text(chars: string): void {
    if (this.#takesText && this.#skipFrom === 0) this.#write(chars)
  }

  get #flow(): FlowBuilder {
    return this.#flows.at(-1) as FlowBuilder
  }

  #write(chars: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph && this.#placeholders === 0) paragraph.write(asSeen(chars, this.#run))
  }

  #openStructure(name: string): boolean {
    switch (name) {
      case 'w:p':
        this.#openCell()
        this.#paragraphs.push(this.#carried?.goOn() ?? new ParagraphDraft())
        this.#carried = null
        return true
      case 'w:r':
        this.#run = this.#styles.look(this.#paragraphs.at(-1)?.style ?? null)
        return true
      case 'w:tbl':
        this.#openCell()
        this.#endCarried()
        this.#flow.openTable()
        return true
      case 'w:tr':
        this.#rows.push({ before: 0, gone: false, opened: false })
        return true
      case 'w:tc':
        this.#startCell()
        return true
      case 'w:txbxContent':
        this.#endCarried()
        this.#flows.push(new FlowBuilder(this.#budget))
        // A box has rows and cells of its own; the one it hangs in is open already.
        this.#cells.push({ span: 1, merge: null, gone: false, opened: true })
        return true
      case 'w:sdt':
        this.#controls.push({ placeholder: false })
        return true
      default:
        return false
    }
  }

  #startCell(): void {
    const row = this.#rows.at(-1)
    if (row?.gone) {
      this.#skipFrom = this.#names.length
      return
    }
    if (row && !row.opened) {
      row.opened = true
      this.#flow.openRow(row.before)
    }
    this.#cells.push({ span: 1, merge: null, gone: false, opened: false })
  }

  /** Puts the open cell in its place once its properties are known, that is at its first content. */
  #openCell(): void {
    const cell = this.#cells.at(-1)
    if (!cell || cell.opened) return
    cell.opened = true
    if (cell.merge) this.#flow.continueCell(cell.merge, cell.span)
    else this.#flow.openCell(cell.span, 1)
  }

  #openContent(name: string, parent: string, attribute: Attributes): boolean {
    switch (name) {
      case 'w:t':
      case 'm:t':
        this.#takesText = true
        return true
      case 'w:tab':
      case 'w:ptab':
        if (parent === 'w:r') this.#write('\t')
        return true
      case 'w:br':
      case 'w:cr':
        this.#write('\n')
        return true
      case 'w:noBreakHyphen':
        this.#write('-')
        return true
      case 'w:sym':
        this.#write(symbol(attribute('char')))
        return true
      case 'v:textpath':
        this.#addLettering(attribute('string') ?? '')
        return true
      case 'w:altChunk':
        throw new Refusal('save-as-docx', { kind: 'altChunk' })
      case 'w:fldChar':
        this.#paragraphs.at(-1)?.field(attribute('fldCharType') ?? '')
        return true
      default:
        return false
    }
  }

  #property(name: string, parent: string, attribute: Attributes): void {
    const paragraph = this.#paragraphs.at(-1)
    const cell = this.#cells.at(-1)
    const row = this.#rows.at(-1)
    const value = attribute('val')
    switch (name) {
      case 'w:pStyle':
        if (paragraph) paragraph.style = value ?? null
        break
      case 'w:numId':
        if (paragraph && parent === 'w:numPr') paragraph.numId = value ?? null
        break
      case 'w:ilvl':
        if (paragraph && parent === 'w:numPr') paragraph.level = Number(value)
        break
      case 'w:rStyle':
        if (parent === 'w:rPr' && this.#names.at(-3) === 'w:r' && value)
          this.#run = { ...this.#run, ...this.#styles.look(value) }
        break
      case 'w:vanish':
      case 'w:strike':
      case 'w:dstrike':
      case 'w:vertAlign':
        if (parent === 'w:rPr' && this.#names.at(-3) === 'w:r') this.#run = withProperty(this.#run, name, value)
        break
      case 'w:del':
      case 'w:moveFrom':
        if (parent === 'w:rPr' && this.#names.at(-3) === 'w:pPr' && paragraph) paragraph.runsOn = true
        if (parent === 'w:trPr' && row) row.gone = true
        break
      case 'w:hidden':
        if (parent === 'w:trPr' && row && isOn(value)) row.gone = true
        break
      case 'w:gridBefore':
        if (row) row.before = Math.max(0, Math.min(63, Number(value) || 0))
        break
      case 'w:gridSpan':
        if (cell) cell.span = Math.max(1, Math.min(1000, Number(value) || 1))
        break
      case 'w:vMerge':
        if (cell && value !== 'restart') cell.merge = 'above'
        break
      case 'w:hMerge':
        if (cell && value !== 'restart') cell.merge = 'left'
        break
      case 'w:cellDel':
        this.#skipDeletedCell()
        break
      case 'w:showingPlcHdr':
        this.#showPlaceholder(value)
        break
    }
  }

  /** A cell struck in a tracked change: it never reaches the table. */
  #skipDeletedCell(): void {
    const index = this.#names.lastIndexOf('w:tc')
    if (index < 0 || this.#cells.at(-1)?.opened) return
    this.#cells.pop()
    this.#skipFrom = index + 1
  }

  /** The grey prompt of an empty content control is no content. */
  #showPlaceholder(value: string | undefined): void {
    const control = this.#controls.at(-1)
    if (!control || control.placeholder || !isOn(value)) return
    control.placeholder = true
    this.#placeholders++
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (!paragraph) return
    if (paragraph.runsOn) {
      paragraph.runsOn = false
      this.#carried = paragraph
    } else {
      this.#endParagraph(paragraph)
    }
  }

  /** Text whose paragraph end was deleted runs on to the end of its cell or to the next table, no further. */
  #endCarried(): void {
    if (this.#carried) this.#endParagraph(this.#carried)
    this.#carried = null
  }

  /** WordArt of old files keeps its words in an attribute. */
  #addLettering(words: string): void {
    const text = cleanText(words).trim()
    if (text !== '') this.#paragraphs.at(-1)?.boxes.push(text)
  }

  #endParagraph(paragraph: ParagraphDraft): void {
    const label = this.#label(paragraph)
    for (const line of paragraph.lines(label)) this.#flow.paragraph(line)
    this.#flow.append(paragraph.boxes)
  }

  #label(paragraph: ParagraphDraft): string {
    const styled = this.#styles.numbering(paragraph.style)
    const numId = paragraph.numId ?? styled?.numId
    if (numId === undefined || numId === '0') return ''
    const level =
      paragraph.level ??
      (paragraph.style ? this.#numbering.levelOfStyle(numId, paragraph.style) : null) ??
      styled?.level ??
      0
    return this.#numbering.next(numId, level)
  }

  #closeTextBox(): void {
    this.#endCarried()
    this.#cells.pop()
    const box = this.#flows.pop()
    const anchor = this.#paragraphs.at(-1)
    if (!box) return
    if (anchor) for (const item of box.items) anchor.boxes.push(item)
    else this.#flow.append(box.items)
  }
}

/** A character of a symbol font: letters of the private area stay, so that something is seen to stand there. */
function symbol(hexadecimal: string | undefined): string {
  const code = Number.parseInt(hexadecimal ?? '', 16)
  return code > 0 && code <= 0xffff ? String.fromCharCode(code) : ''
}
