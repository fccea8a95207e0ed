/** Content in reading order before offsets are known: a string is one paragraph. */
export type FlowItem = string | FlowGrid

/** A table with its spans resolved. No cell holds a table: see `resolve-table.ts`. */
export type FlowGrid = {
  readonly cells: readonly FlowCell[]
  readonly rows: number
  readonly columns: number
}

export type FlowCell = {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** A cell set in its place, its content still a flow. */
export type PlacedCell<Item = FlowItem> = {
  readonly items: Item[]
  row: number
  column: number
  rowSpan: number
  columnSpan: number
}
