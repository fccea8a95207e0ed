import type { Budget } from '../budget.ts'
import type { FlowItem, PlacedCell } from './flow.ts'

/** A table while it is being read. Every grid place that a cell covers is paid for, so spans cannot explode. */
export class TableDraft<Item = FlowItem> {
  readonly cells: PlacedCell<Item>[] = []
  readonly #budget: Budget
  #row = -1
  #column = 0
  #groupStart = 0
  /** For each column the first row that no earlier cell reaches into. */
  readonly #freeFrom: number[] = []
  /** For each column the cell that a vertical merge (`continueAbove`) would lengthen. */
  readonly #above: (PlacedCell<Item> | undefined)[] = []

  constructor(budget: Budget) {
    this.#budget = budget
  }

  /** Begins a row after leaving out `before` columns. */
  openRow(before = 0): void {
    this.#budget.spendCells(1 + before)
    this.#row++
    this.#column = before
  }

  /** Puts a cell at the next free column; what is pushed into the array that comes back is its content. */
  addCell(columnSpan: number, rowSpan: number): Item[] {
    if (this.#row < 0) this.openRow()
    while ((this.#freeFrom[this.#column] ?? 0) > this.#row) {
      this.#budget.spendCells(1)
      this.#column++
    }
    const width = this.#freeWidth(columnSpan)
    this.#budget.spendCells(width)
    const items: Item[] = []
    const cell: PlacedCell<Item> = { items, row: this.#row, column: this.#column, rowSpan, columnSpan: width }
    this.cells.push(cell)
    for (let i = 0; i < width; i++) {
      if (rowSpan > 1) this.#freeFrom[this.#column + i] = this.#row + rowSpan
      this.#above[this.#column + i] = cell
    }
    this.#column += width
    return items
  }

  /** A span ends where a cell from above stands in its way, so that no two cells cover one place. */
  #freeWidth(columnSpan: number): number {
    for (let i = 1; i < columnSpan; i++) if ((this.#freeFrom[this.#column + i] ?? 0) > this.#row) return i
    return columnSpan
  }

  /**
   * The next `columnSpan` columns belong to the cell above; null when there is none to continue. What stands in such a
   * cell is not shown by Word: the array that comes back leads nowhere.
   */
  continueAbove(columnSpan: number): Item[] | null {
    const cell = this.#above[this.#column]
    if (!cell || cell.column !== this.#column || cell.columnSpan !== columnSpan) return null
    if (cell.row + cell.rowSpan !== this.#row) return null
    this.#budget.spendCells(columnSpan)
    cell.rowSpan++
    this.#column += columnSpan
    return []
  }

  /** The next `columnSpan` columns belong to the cell on the left, whose content goes on; null when there is none. */
  continueLeft(columnSpan: number): Item[] | null {
    const cell = this.#above[this.#column - 1]
    if (!cell || cell.row !== this.#row) return null
    this.#budget.spendCells(columnSpan)
    for (let i = 0; i < columnSpan; i++) this.#above[this.#column + i] = cell
    cell.columnSpan += columnSpan
    this.#column += columnSpan
    return cell.items
  }

  /** No cell reaches over the end of a row group (`</tbody>`) or of the table. */
  endGroup(): void {
    const end = this.#row + 1
    for (let i = this.cells.length - 1; i >= 0; i--) {
      const cell = this.cells[i]
      if (!cell || cell.row < this.#groupStart) break
      cell.rowSpan = Math.min(cell.rowSpan, end - cell.row)
    }
    this.#freeFrom.length = 0
    this.#groupStart = end
  }
}
