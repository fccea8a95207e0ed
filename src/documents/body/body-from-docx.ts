import type { ItemBody } from '../../publications/item-body.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { Budget } from '../budget.ts'
import { Numbering } from '../docx/numbering.ts'
import { isOn } from '../docx/on-off.ts'
import { findParts } from '../docx/parts.ts'
import { passedOver } from '../docx/passed-over.ts'
import { type Attributes, readXml, type XmlHandler } from '../docx/read-xml.ts'
import { asSeen, type RunLook, withProperty } from '../docx/run-look.ts'
import { Styles } from '../docx/styles.ts'
import { Zip } from '../zip.ts'
import { BodyBuilder } from './body-builder.ts'
import { type DocxCell, DocxLine, type DocxRow } from './docx-line.ts'
import { altOf, DocxPictures } from './docx-pictures.ts'
import { type ImportedBody, ImportNotes } from './imported-body.ts'
import { labelOfLine } from './label-of-line.ts'
import { readRelations } from './relations.ts'

/**
 * The text of a Word or WPS document as blocks to publish: as its reader sees it, automatic numbers written out, tracked changes
 * accepted, hidden text left out, notes at the end under their marks, pictures beside it. Throws Refusal as `readDocx` does.
 */
export function bodyFromDocx(bytes: Uint8Array): ImportedBody {
  const zip = new Zip(bytes)
  const parts = findParts(zip)
  const reader = new DocxBodyReader(Styles.read(zip, parts.styles), Numbering.read(zip, parts.numbering), zip)
  for (const part of [parts.document, parts.footnotes, parts.endnotes]) if (part) reader.read(part)
  return reader.finish()
}

class DocxBodyReader implements XmlHandler {
  readonly #styles: Styles
  readonly #numbering: Numbering
  readonly #zip: Zip
  readonly #notes = new ImportNotes()
  readonly #budget = new Budget()
  readonly #flows: BodyBuilder[] = [new BodyBuilder(this.#notes, this.#budget)]
  readonly #names: string[] = []
  readonly #lines: DocxLine[] = []
  readonly #rows: DocxRow[] = []
  readonly #cells: DocxCell[] = []
  readonly #pictures: DocxPictures
  readonly #marks = new Map<string, string>()
  #relations: ReturnType<typeof readRelations> = new Map()
  #carried: DocxLine | null = null
  #run: RunLook = {}
  #takes: 'text' | 'code' | null = null
  #skipFrom = 0
  #placeholders = 0
  readonly #controls: { placeholder: boolean }[] = []
  #alt: string | null = null
  #mark = ''
  #lastWords = ''

  constructor(styles: Styles, numbering: Numbering, zip: Zip) {
    this.#styles = styles
    this.#numbering = numbering
    this.#zip = zip
    this.#pictures = new DocxPictures(zip)
  }

  read(part: string): void {
    this.#relations = readRelations(this.#zip, part)
    readXml(this.#zip, part, this)
  }

  finish(): ImportedBody {
    this.#endCarried()
    const body = (this.#flows[0] as BodyBuilder).finish()
    return { body, pictures: this.#pictures.all, notes: this.#notes.all }
  }

  open(name: string, attribute: Attributes): void {
    const parent = this.#names.at(-1) ?? ''
    this.#names.push(name)
    if (this.#skipFrom > 0) return
    if (name === 'w:instrText') this.#takes = 'code'
    else if (passedOver(name, parent, attribute)) this.#skipFrom = this.#names.length
    else
      this.#openStructure(name, attribute) ||
        this.#openContent(name, parent, attribute) ||
        this.#property(name, parent, attribute)
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
      case 'w:instrText':
        this.#takes = null
        break
      case 'w:hyperlink':
        this.#setLink(undefined)
        break
      case 'w:p':
        this.#closeLine()
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
    if (this.#skipFrom > 0 || this.#takes === null) return
    if (this.#takes === 'code') this.#lines.at(-1)?.code(chars)
    else this.#write(chars)
  }

  get #flow(): BodyBuilder {
    return this.#flows.at(-1) as BodyBuilder
  }

  #write(chars: string): void {
    if (this.#placeholders === 0) this.#lines.at(-1)?.write(asSeen(chars, this.#run), this.#run.bold === true)
  }

  #openStructure(name: string, attribute: Attributes): boolean {
    switch (name) {
      case 'w:p':
        this.#openCell()
        this.#lines.push(this.#carried?.goOn() ?? new DocxLine())
        this.#carried = null
        return true
      case 'w:r':
        this.#run = this.#styles.look(this.#lines.at(-1)?.style ?? null)
        return true
      case 'w:tbl':
        this.#openCell()
        this.#endCarried()
        this.#flow.openTable()
        return true
      case 'w:tr':
        this.#rows.push({ before: 0, gone: false, opened: false, head: false })
        return true
      case 'w:tc':
        this.#startCell()
        return true
      case 'w:txbxContent':
        this.#endCarried()
        this.#flows.push(new BodyBuilder(this.#notes, this.#budget))
        this.#cells.push({ span: 1, merge: null, opened: true })
        return true
      case 'w:sdt':
        this.#controls.push({ placeholder: false })
        return true
      case 'w:hyperlink': {
        const relation = this.#relations.get(attribute('r:id') ?? '')
        if (relation?.external) this.#setLink(relation.target)
        return true
      }
      case 'w:footnote':
      case 'w:endnote':
        this.#mark = this.#marks.get(`${name.slice(2, -4)} ${attribute('id')}`) ?? ''
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
    this.#cells.push({ span: 1, merge: null, opened: false })
  }

  /** Puts the open cell in its place once its properties are known, that is at its first content. */
  #openCell(): void {
    const cell = this.#cells.at(-1)
    if (!cell || cell.opened) return
    cell.opened = true
    if (cell.merge) this.#flow.continueCell(cell.merge, cell.span)
    else this.#flow.openCell(cell.span, 1, this.#rows.at(-1)?.head ? 'head' : 'data')
  }

  #openContent(name: string, parent: string, attribute: Attributes): boolean {
    switch (name) {
      case 'w:t':
      case 'm:t':
        this.#takes = 'text'
        return true
      case 'w:tab':
      case 'w:ptab':
        if (parent === 'w:r') this.#write(' ')
        return true
      case 'w:br':
      case 'w:cr':
        if (attribute('type') !== 'page' && attribute('type') !== 'column') this.#write('\n')
        return true
      case 'w:noBreakHyphen':
        this.#write('-')
        return true
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const mark = `［注${this.#marks.size + 1}］`
        this.#marks.set(`${name.slice(2, -13)} ${attribute('id')}`, mark)
        this.#write(mark)
        return true
      }
      case 'w:altChunk':
        throw new Refusal('save-as-docx', { kind: 'altChunk' })
      case 'w:fldChar':
        this.#lines.at(-1)?.field(attribute('fldCharType') ?? '')
        return true
      case '?:docPr':
        this.#alt = attribute('descr') ?? attribute('title') ?? null
        return true
      case 'v:shape':
        this.#alt = attribute('alt') ?? null
        return true
      case '?:blip':
        this.#picture(attribute('r:embed'))
        return true
      case 'v:imagedata':
        this.#picture(attribute('r:id'))
        return true
      default:
        return false
    }
  }

  #property(name: string, parent: string, attribute: Attributes): void {
    const line = this.#lines.at(-1)
    const cell = this.#cells.at(-1)
    const row = this.#rows.at(-1)
    const value = attribute('val')
    const ofParagraph = parent === 'w:pPr' && line
    const ofRun = parent === 'w:rPr' && this.#names.at(-3) === 'w:r'
    switch (name) {
      case 'w:pStyle':
        if (line) line.style = value ?? null
        break
      case 'w:jc':
        if (ofParagraph) line.align = value ?? null
        break
      case 'w:outlineLvl':
        if (ofParagraph) line.outline = Number(value)
        break
      case 'w:numId':
        if (line && parent === 'w:numPr') line.numId = value ?? null
        break
      case 'w:ilvl':
        if (line && parent === 'w:numPr') line.level = Number(value)
        break
      case 'w:rStyle':
        if (ofRun && value) this.#run = { ...this.#run, ...this.#styles.look(value) }
        break
      case 'w:vanish':
      case 'w:strike':
      case 'w:dstrike':
      case 'w:b':
        if (ofRun) this.#run = withProperty(this.#run, name, value)
        break
      case 'w:del':
      case 'w:moveFrom':
        if (parent === 'w:rPr' && this.#names.at(-3) === 'w:pPr' && line) line.runsOn = true
        if (parent === 'w:trPr' && row) row.gone = true
        break
      case 'w:hidden':
        if (parent === 'w:trPr' && row && isOn(value)) row.gone = true
        break
      case 'w:tblHeader':
        if (row && isOn(value)) row.head = true
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

  #setLink(address: string | undefined): void {
    const line = this.#lines.at(-1)
    if (line) line.link = address
  }

  #skipDeletedCell(): void {
    const index = this.#names.lastIndexOf('w:tc')
    if (index < 0 || this.#cells.at(-1)?.opened) return
    this.#cells.pop()
    this.#skipFrom = index + 1
  }

  #showPlaceholder(value: string | undefined): void {
    const control = this.#controls.at(-1)
    if (!control || control.placeholder || !isOn(value)) return
    control.placeholder = true
    this.#placeholders++
  }

  #picture(id: string | undefined): void {
    const line = this.#lines.at(-1)
    const alt = altOf(this.#alt)
    const relation = this.#relations.get(id ?? '')
    const after = (line?.runs.map(({ text }) => text).join('') || this.#lastWords).slice(-30)
    const here = line && relation && !relation.external
    const picture = here ? this.#pictures.take(relation.target, { alt, after }) : null
    if (picture === null) this.#notes.add('picture-left-out', alt ?? after)
    else line?.hanging.push({ picture, alt: alt ?? '' })
  }

  #closeLine(): void {
    const line = this.#lines.pop()
    if (!line) return
    line.link = undefined
    if (line.runsOn) {
      line.runsOn = false
      this.#carried = line
    } else this.#endLine(line)
  }

  #endCarried(): void {
    if (this.#carried) this.#endLine(this.#carried)
    this.#carried = null
  }

  #endLine(line: DocxLine): void {
    const style = this.#styles.paragraph(line.style)
    const isContents = /^(?:toc|目录) ?\d/i.test(style.name)
    const label = labelOfLine(line, this.#styles, this.#numbering)
    if (isContents) this.#notes.add('contents-left-out', '')
    else {
      const outline = line.outline ?? style.outline ?? /^(?:heading|标题) ?(\d)/i.exec(style.name)?.[1] ?? 0
      const rank = line.outline !== null || style.outline !== null ? Number(outline) + 1 : Number(outline)
      const align = line.align ?? style.align
      const mark = this.#mark
      this.#mark = ''
      const [first] = line.runs
      const lead = mark + (label.kind === 'text' ? label.text : '')
      this.#flow.line({
        runs: lead === '' || !first ? line.runs : [{ ...(first.bold && { bold: true }), text: lead }, ...line.runs],
        level: rank >= 1 && rank <= 9 ? (Math.min(4, rank) as 1 | 2 | 3 | 4) : null,
        align: align === 'center' ? 'center' : align === 'right' || align === 'end' ? 'right' : null,
        list: label.kind === 'bullet' ? 'bullets' : null,
        caption: /^(?:caption|题注)$/i.test(style.name),
      })
      if (line.runs.length > 0)
        this.#lastWords = line.runs
          .map(({ text }) => text)
          .join('')
          .slice(-30)
    }
    for (const one of line.hanging) {
      if ('picture' in one) this.#flow.figure(one.picture, one.alt)
      else this.#flow.append(one)
    }
  }

  #closeTextBox(): void {
    this.#endCarried()
    this.#cells.pop()
    const body: ItemBody = this.#flows.pop()?.finish() ?? []
    const anchor = this.#lines.at(-1)
    if (anchor) anchor.hanging.push(body)
    else this.#flow.append(body)
  }
}
