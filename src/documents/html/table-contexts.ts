import type { FlowBuilder } from '../flow/flow-builder.ts'
import type { TablePart } from './html-elements.ts'

type Context = Record<TablePart, number | null> & { shown: Record<TablePart, boolean> }

const inside: readonly TablePart[] = ['table', 'group', 'row', 'cell']

/** The open tables of a page: where their parts stand on the stack of open elements, and which end tags HTML leaves out. */
export class TableContexts {
  readonly #contexts: Context[] = []
  readonly #flow: FlowBuilder

  constructor(flow: FlowBuilder) {
    this.#flow = flow
  }

  /** The depth of the stack to close down to before `part` begins: a `<tr>` ends the row before, a `<td>` the cell before. */
  closedBy(part: TablePart, depth: number): number {
    const context = this.#contexts.at(-1)
    if (!context) return depth
    // A table straight inside a table, not in a cell, ends the outer one.
    if (part === 'table') return context.cell === null ? (context.table ?? depth) : depth
    return (part === 'group' ? context.group : null) ?? (part === 'cell' ? null : context.row) ?? context.cell ?? depth
  }

  open(part: TablePart, index: number, visible: boolean, spans: { columnSpan: number; rowSpan: number }): void {
    if (part === 'table') {
      const shown = { table: visible, group: false, row: false, cell: false }
      this.#contexts.push({ table: index, group: null, row: null, cell: null, shown })
      if (visible) this.#flow.openTable()
      return
    }
    const context = this.#contexts.at(-1)
    if (!context) return
    context[part] = index
    context.shown[part] = visible
    if (!visible) return
    if (part === 'row') this.#flow.openRow()
    if (part === 'cell') this.#flow.openCell(spans.columnSpan, spans.rowSpan)
  }

  /** Where the innermost open element stands that the end tag of `part` ends, or null. */
  endedBy(part: TablePart): number | null {
    return this.#contexts.at(-1)?.[part] ?? null
  }

  /** Elements below this place on the stack are out of reach of an end tag inside the cell. */
  scopeStart(): number {
    const context = this.#contexts.at(-1)
    return (context?.cell ?? context?.table ?? -1) + 1
  }

  /** The element that stood at `index` was closed. */
  closed(index: number): void {
    const context = this.#contexts.at(-1)
    if (!context) return
    for (const part of inside) {
      if (context[part] !== index) continue
      if (context.shown[part]) {
        if (part === 'cell') this.#flow.closeCell()
        if (part === 'group') this.#flow.endRowGroup()
        if (part === 'table') this.#flow.closeTable()
      }
      context[part] = null
      if (part === 'table') this.#contexts.pop()
      return
    }
  }
}
