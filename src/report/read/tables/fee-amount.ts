import { type Cell, numberCell } from '../../report.ts'
import { unreadableCell } from '../lines/cell-value.ts'
import type { Line } from '../lines/line.ts'

const GOOD_UNIT = /(?<![十百千亿])(?:人民币)?万元(?:人民币)?|[¥￥](?=[\d.]+万(?![美港欧日]))/g
const OTHER_UNIT =
  /元|美金|英镑|[¥￥$€£]|RMB|CNY|USD|HKD|EUR|(?:单位|金额)[:(]*(?:十|百|千|亿|角|分|人民币|万[美港欧日])/i
/** 12.5万, ¥12.5万元: the cell itself says what it counts. */
const TEN_THOUSANDS = /^(?:[¥￥]|人民币)?(\d{1,9}(?:\.\d{1,6})?)万元?(?:人民币)?$/
const NOTHING = /^(?:[¥￥]|人民币)?0(?:\.0+)?(?:元|万|千元|百元)?$/

/** Whether table one tells money in anything but 万元, or does not tell in what. */
export function hasOtherMoney(lines: readonly Line[]): boolean {
  const words = lines.map(({ text }) => text.replace(/\s/g, '')).join('')
  return OTHER_UNIT.test(words.replace(GOOD_UNIT, ''))
}

/** The fee in 万元; `otherMoney` says that the table's unit may be another, so that only nothing is certain. */
export function feeCell(cell: Cell, otherMoney: boolean): Cell {
  const text = cell.text.replace(/\s/g, '')
  if (cell.kind === 'unreadable') {
    if (NOTHING.test(text)) return { ...numberCell(0), text: cell.text }
    const figure = otherMoney ? undefined : TEN_THOUSANDS.exec(text)?.[1]
    return figure === undefined ? cell : { ...numberCell(Number(figure)), text: cell.text }
  }
  return otherMoney && cell.value !== null && cell.value !== 0 ? unreadableCell(cell.text) : cell
}
