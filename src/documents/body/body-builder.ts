import { type HeadingLevel, markedLevel, plainHeadingLevel } from '../../publications/heading-level.ts'
import type { BodyBlock, BodyCell, BodyRun, ItemBody } from '../../publications/item-body.ts'
import { isPublicAddress } from '../../publications/item-body.ts'
import { tidyRuns } from '../../publications/tidy-runs.ts'
import { Budget } from '../budget.ts'
import { compress } from '../flow/resolve-table.ts'
import { TableDraft } from '../flow/table-draft.ts'
import { limits } from '../limits.ts'
import { ImportNotes } from './imported-body.ts'

/** A line as a reader met it. `level`: by its style or element; a mark (一、) at its beginning says it better. */
export type Line = {
  readonly runs: readonly BodyRun[]
  readonly level?: HeadingLevel | null
  readonly align?: 'center' | 'right' | null
  readonly list?: 'ordered' | 'bullets' | null
  /** Set in the style of captions. */
  readonly caption?: boolean
}

type Item = BodyBlock | { readonly type: 'caption'; readonly runs: readonly BodyRun[]; readonly align?: 'center' }
type Open = { readonly target: Item[]; readonly draft: TableDraft<Item>; caption: string | null; headRows: Set<number> }

/**
 * Blocks of a published text out of what a reader of any format meets, in its order. What official documents do not have is
 * flattened here for all formats alike: tables that only lay out the page, lists within lists, pictures in cells.
 */
export class BodyBuilder {
  readonly notes: ImportNotes
  readonly #budget: Budget
  readonly #items: Item[] = []
  readonly #tables: Open[] = []
  readonly #heads = new WeakSet<Item[]>()
  #target: Item[] = this.#items
  #tooDeep = 0

  constructor(notes: ImportNotes = new ImportNotes(), budget: Budget = new Budget()) {
    this.notes = notes
    this.#budget = budget
  }

  /** What is built; afterwards the builder is done with. */
  finish(): ItemBody {
    while (this.#tables.length > 0) this.closeTable()
    return withCaptions(this.#items)
  }

  /** Blocks made elsewhere, such as those of a text box. */
  append(blocks: ItemBody): void {
    for (const block of blocks) this.#target.push(block)
  }

  line({ runs: given, level = null, align = null, list = null, caption = false }: Line): void {
    for (const { href } of given) if (href !== undefined && !isPublicAddress(href)) this.notes.add('link-dropped', href)
    const runs = tidyRuns(given)
    if (runs.length === 0) return
    this.#budget.spendParagraphs(1)
    const text = runs.map((run) => run.text).join('')
    if (caption || (text.length <= 60 && /^[图表]\s*[\d一二三四五六七八九十]/.test(text))) {
      this.#target.push({ type: 'caption', runs, ...(align === 'center' && { align }) })
    } else if (list) this.#listItem(runs, list === 'ordered')
    else {
      const heading = headingOf(text, runs, level)
      if (heading !== null)
        this.#target.push({ type: 'heading', level: heading, runs: runs.map(({ bold: _, ...run }) => run) })
      else this.#target.push({ type: 'paragraph', ...(align && { align }), runs })
    }
  }

  figure(reference: string, alt: string): void {
    if (this.#tables.length > 0) this.notes.add('picture-moved', alt)
    this.#target.push({ type: 'figure', file: reference, alt, caption: null })
  }

  openTable(): void {
    if (this.#tooDeep > 0 || this.#tables.length >= limits.tableDepth) this.#tooDeep++
    else
      this.#tables.push({
        target: this.#target,
        draft: new TableDraft(this.#budget),
        caption: null,
        headRows: new Set(),
      })
  }

  caption(text: string): void {
    const table = this.#table()
    if (table && text.trim() !== '') table.caption = text.trim().slice(0, 200)
  }

  openRow(before = 0): void {
    this.#table()?.draft.openRow(before)
  }

  openCell(columns: number, rows: number, head: 'head' | 'data'): void {
    const table = this.#table()
    if (!table) return
    this.#target = table.draft.addCell(columns, rows)
    if (head === 'head') this.#heads.add(this.#target)
  }

  continueCell(from: 'above' | 'left', columns: number): void {
    const table = this.#table()
    if (!table) return
    const { draft } = table
    const items = from === 'above' ? draft.continueAbove(columns) : draft.continueLeft(columns)
    this.#target = items ?? draft.addCell(columns, 1)
  }

  closeCell(): void {
    const open = this.#tables.at(-1)
    if (open && this.#tooDeep === 0) this.#target = open.target
  }

  endRowGroup(): void {
    this.#table()?.draft.endGroup()
  }

  closeTable(): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep--
      return
    }
    const open = this.#tables.pop()
    if (!open) return
    this.#target = open.target
    open.draft.endGroup()
    const { cells } = open.draft
    compress(cells)
    const width = cells.reduce((most, { column, columnSpan }) => Math.max(most, column + columnSpan), 0)
    const layout = cells.some(({ items }) => items.some(({ type }) => type === 'table'))
    if (layout) this.notes.add('layout-table', '')
    if (width <= 1 || layout) {
      for (const { items } of cells) for (const item of items) this.#target.push(item)
      return
    }
    const rows: BodyCell[][] = []
    for (const { items, row, rowSpan, columnSpan } of cells) {
      while (rows.length <= row) rows.push([])
      const head = this.#heads.has(items)
      rows[row]?.push({
        runs: cellRuns(items),
        ...(head && { head: true as const }),
        ...(columnSpan > 1 && { columns: columnSpan }),
        ...(rowSpan > 1 && { rows: rowSpan }),
      })
    }
    this.#target.push({ type: 'table', caption: open.caption, rows: withHead(rows) })
    for (const { items } of cells) for (const item of items) if (item.type === 'figure') this.#target.push(item)
  }

  #table(): Open | undefined {
    return this.#tooDeep > 0 ? undefined : this.#tables.at(-1)
  }

  #listItem(runs: readonly BodyRun[], ordered: boolean): void {
    const last = this.#target.at(-1)
    if (last?.type === 'list' && last.ordered === ordered) (last.items as (readonly BodyRun[])[]).push(runs)
    else this.#target.push({ type: 'list', ordered, items: [runs] })
  }
}

/** A mark says the level best; 1. and （1） do so only where the line is set as a heading, by its style or wholly in bold. */
function headingOf(text: string, runs: readonly BodyRun[], level: HeadingLevel | null): HeadingLevel | null {
  const plain = plainHeadingLevel(text)
  if (plain !== null) return plain
  const marked = markedLevel(text)
  const set = level !== null || (marked !== null && runs.every(({ bold }) => bold))
  if (!set || text.length > 100 || text.includes('\n')) return null
  return marked ?? level
}

/** The lines of a cell as one. */
function cellRuns(items: readonly Item[]): readonly BodyRun[] {
  const runs: BodyRun[] = []
  const add = (more: readonly BodyRun[]) => {
    if (runs.length > 0) runs.push({ text: '\n' })
    runs.push(...more)
  }
  for (const item of items) {
    if (item.type === 'list') for (const one of item.items) add(one)
    else if (item.type !== 'table' && item.type !== 'figure') add(item.runs)
  }
  return tidyRuns(runs)
}

/** A first row that is wholly in bold is the head of its table where nothing else says which row is. */
function withHead(rows: readonly (readonly BodyCell[])[]): readonly (readonly BodyCell[])[] {
  const [first, ...rest] = rows
  if (!first || rest.length === 0 || rows.some((row) => row.some(({ head }) => head))) return rows
  const filled = first.filter(({ runs }) => runs.length > 0)
  if (filled.length === 0 || !filled.every(({ runs }) => runs.every(({ bold }) => bold))) return rows
  return [first.map((cell) => ({ ...cell, head: true as const })), ...rest]
}

/** A caption before a table or after a figure becomes its own; any other is a paragraph. */
function withCaptions(items: readonly Item[]): ItemBody {
  const blocks: BodyBlock[] = []
  const textOf = (runs: readonly BodyRun[]) =>
    runs
      .map(({ text }) => text)
      .join('')
      .replaceAll('\n', ' ')
      .slice(0, 200)
  for (const [at, item] of items.entries()) {
    const before = items[at - 1]
    if (item.type === 'caption') {
      const last = blocks.at(-1)
      const next = items[at + 1]
      if (last?.type === 'figure' && last.caption === null)
        blocks[blocks.length - 1] = { ...last, caption: textOf(item.runs) }
      else if (!(next?.type === 'table' && next.caption === null))
        blocks.push({ type: 'paragraph', ...(item.align && { align: item.align }), runs: item.runs })
    } else if (item.type === 'table' && item.caption === null && before?.type === 'caption') {
      const taken = blocks.at(-1)
      const isFigures = taken?.type === 'figure' && taken.caption === textOf(before.runs)
      blocks.push({ ...item, caption: isFigures ? null : textOf(before.runs) })
    } else blocks.push(item)
  }
  return blocks
}
