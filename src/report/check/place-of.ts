import {
  headings,
  type ProactiveCellId,
  proactiveBlocks,
  type RequestColumnId,
  type RequestRowId,
  remedyColumns,
  remedyGroups,
  requestColumns,
  requestRows,
} from '../../statute/form-2021.ts'
import { type CellAddress, parseAddress } from '../report.ts'

/** What a finding's `where` points at, with the labels of the form: rows and columns as a person sees them. */
export type NamedPlace =
  | { readonly kind: 'cell'; readonly row: string; readonly column: string }
  | { readonly kind: 'row'; readonly row: string }
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'table'; readonly table: 'proactive' | 'requests' | 'remedies' }
  | { readonly kind: 'text'; readonly section: number; readonly heading: string | null }
  | { readonly kind: 'file' }

/** Reads the contract's `where`. */
export function placeOf(where: string): NamedPlace {
  const cell = parseAddress(where)
  if (cell) return { kind: 'cell', ...cellLabels(cell) }
  if (where === 'proactive' || where === 'requests' || where === 'remedies') return { kind: 'table', table: where }
  const column = requestColumns.find(({ id }) => where === `requests[][${id}]`)
  if (column) return { kind: 'column', column: column.label }
  const row = requestRows.find(({ id }) => where === `requests[${id}]`)
  if (row) return { kind: 'row', row: requestRowLabel(row.id) }
  const group = remedyGroups.find(({ id }) => where === `remedies[${id}]`)
  if (group) return { kind: 'row', row: remedyGroupLabel(group.id) }
  const section = /^text\[(\d+)\]/.exec(where)?.[1]
  if (section) return { kind: 'text', section: Number(section), heading: headings[Number(section) - 1] ?? null }
  return { kind: 'file' }
}

function cellLabels(address: CellAddress): { row: string; column: string } {
  switch (address.table) {
    case 'proactive':
      return proactiveLabels(address.cell)
    case 'requests':
      return { row: requestRowLabel(address.row), column: requestColumnLabel(address.column) }
    case 'remedies':
      return {
        row: remedyGroupLabel(address.group),
        column: remedyColumns.find(({ id }) => id === address.column)?.label ?? address.column,
      }
  }
}

function proactiveLabels(cell: ProactiveCellId): { row: string; column: string } {
  for (const { rows, columns } of proactiveBlocks) {
    for (const { label, cells } of rows) {
      const place = cells.indexOf(cell)
      if (place >= 0) return { row: label, column: columns[place] ?? '' }
    }
  }
  return { row: cell, column: '' }
}

/** `三、（三）不予公开 1.属于国家秘密`: part, group and label in one, without the form's remarks in brackets. */
function requestRowLabel(id: RequestRowId): string {
  const row = requestRows.find((one) => one.id === id)
  if (!row) return id
  const label = row.label.replace(/（区分处理.*$/, '')
  return `${row.part === 'outcomes' ? '三、' : ''}${row.group ? `${row.group} ` : ''}${label}`
}

function requestColumnLabel(id: RequestColumnId): string {
  return requestColumns.find((one) => one.id === id)?.label ?? id
}

function remedyGroupLabel(id: string): string {
  const group = remedyGroups.find((one) => one.id === id)
  return group ? (group.parent ? `${group.parent}·${group.label}` : group.label) : id
}
