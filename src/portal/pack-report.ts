import { type Cell, cellAddresses, cellAt, type Report } from '../report/report.ts'

/** A cell as it travels: a plain number as itself, an empty cell as null, anything else in full. */
export type PackedCell = number | null | Cell

/** A report as the value of a form field; the 200 cells stand in the order of the form. `unpackReport` reads it. */
export function packReport(report: Report): string {
  const { agency, year, form, preamble, sections } = report
  const cells = cellAddresses.map((address) => packCell(cellAt(report, address)))
  return JSON.stringify({ agency, year, form, preamble, sections, cells })
}

function packCell(cell: Cell): PackedCell {
  if (cell.kind === 'number' && cell.text === String(cell.value)) return cell.value
  if (cell.kind === 'blank' && cell.text === '') return null
  return { value: cell.value, kind: cell.kind, text: cell.text }
}
