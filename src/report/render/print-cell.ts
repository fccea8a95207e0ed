import type { Cell } from '../report.ts'

const PLAIN_NUMBER = /^(?:0|[1-9]\d*)(?:\.\d+)?$/

/**
 * What the form prints in a cell: the number in plain digits, a remark or dash as it stood, nothing where nothing
 * stood. A zero is printed; a blank never becomes one.
 */
export function printCell(cell: Cell): string {
  switch (cell.kind) {
    case 'number':
      return PLAIN_NUMBER.test(cell.text) && Number(cell.text) === cell.value ? cell.text : plainDigits(cell.value)
    case 'none':
    case 'remark':
    case 'unreadable':
      return cell.text.trim()
    case 'blank':
    case 'missing':
      return ''
  }
}

/** `value` without grouping and without an exponent. */
function plainDigits(value: number | null): string {
  if (value === null || !Number.isFinite(value)) throw new RangeError('a cell of kind number must hold a number')
  const text = String(value)
  if (!text.includes('e')) return text
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, '')
}
