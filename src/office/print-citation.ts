import type { Citation } from '../statute/citation.ts'
import { parseCitation } from '../statute/citation.ts'
import { resolveCitation } from '../statute/resolve-citation.ts'

/** A place in the law as letters name it: `《中华人民共和国政府信息公开条例》第三十六条第一项`. */
export function printCitation(citation: Citation): string {
  const parts = parseCitation(citation)
  const found = resolveCitation(citation)
  if (!parts || !found) throw new RangeError(`not a place in the law: ${citation}`)
  const { title, citedAs } = found.instrument
  const number = citedAs.find((name) => name.includes('〔'))
  const name =
    title === null ? (number ?? parts.instrument) : `《${title}》${number === undefined ? '' : `（${number}）`}`
  const places = [
    parts.article === 0 ? '' : `第${chineseNumber(parts.article)}条`,
    parts.paragraph === null ? '' : `第${chineseNumber(parts.paragraph)}款`,
    parts.item === null ? '' : `第${chineseNumber(parts.item)}项`,
  ]
  return name + places.join('')
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 1 to 99 in Chinese; no article that letters cite has a higher number. */
export function chineseNumber(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99) throw new RangeError(`not from 1 to 99: ${number}`)
  const tens = Math.floor(number / 10)
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[number % 10]}`
}
