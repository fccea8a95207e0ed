import type { FlowBuilder } from '../flow/flow-builder.ts'

type Part = 'table' | 'group' | 'row' | 'cell'
type Context = Record<Part, number | null> & { shown: Record<Part, boolean> }

const parts: Readonly<Record<string, Part>> = {
  table: 'table',
  thead: 'group',
  tbody: 'group',
  tfoot: 'group',
  tr: 'row',
  td: 'cell',
  th: 'cell',
}
const inside: readonly Part[] = ['table', 'group', 'row', 'cell']

/** The open tables of a page: where their parts stand on the stack of open elements, and which end tags HTML leaves out. */
export class TableContexts {
  readonly #contexts: Context[] = []
  readonly #flow: FlowBuilder

  constructor(flow: FlowBuilder) {
    this.#flow = flow
  }

  isTablePart(name: string): boolean {
    return Object.hasOwn(parts, name)
  }

  /** The depth of the stack to close down to before `name` begins: a `<tr>` ends the row before, a `<td>` the cell before. */
  closedBy(name: string, depth: number): number {
    const context = this.#contexts.at(-1)
    const part = parts[name]
    if (!context || !part) return depth
    // A table straight inside a table, not in a cell, ends the outer one.
    if (part === 'table') return context.cell === null ? (context.table ?? depth) : depth
    for (const one of inside.slice(inside.indexOf(part))) {
      const index = context[one]
      if (index !== null) return index
    }
    return depth
  }

  open(name: string, index: number, visible: boolean, spans: { columnSpan: number; rowSpan: number }): void {
    const part = parts[name]
    if (!part) return
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

  /** Where the innermost open element stands that `</name>` ends, or null. */
  endedBy(name: string): number | null {
    const part = parts[name]
    return (part && this.#contexts.at(-1)?.[part]) ?? null
  }

  /** Elements below this place on the stack are out of reach of an end tag inside the cell. */
  scopeStart(): number {
    const context = this.#contexts.at(-1)
    return (context?.cell ?? context?.table ?? -1) + 1
  }

  /** The element that stood at `index` was closed. */
  closed(index: number): void {
    const context = this.#contexts.at(-1)
    const part = inside.find((one) => context?.[one] === index)
    if (!context || !part) return
    if (context.shown[part]) {
      if (part === 'cell') this.#flow.closeCell()
      if (part === 'group') this.#flow.endRowGroup()
      if (part === 'table') this.#flow.closeTable()
    }
    context[part] = null
    if (part === 'table') this.#contexts.pop()
  }
}
