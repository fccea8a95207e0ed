import { rowKeys } from '../labels/labels.ts'
import { parseValue, unreadableCell } from './cell-value.ts'
import type { Token } from './line.ts'
import { skeleton } from './normalise.ts'

/** A figure with a remark behind it, or with its unit apart: 22（其中修订16件）, 12 件. */
const REMARK_OR_UNIT =
  /(?<![\d,.])\d[\d,.]{0,15}\s{0,4}(?:件|条)?\s{0,4}\((?=[^()]{0,60}[\u4e00-\u9fff])(?:其中|含|包括|注)[^()]{1,60}\)|(?<![\d,.])\d[\d,.]{0,15}\s{1,4}(?:件|条|个|项|宗|次|份|万元)(?=\s|$)/g
/** Figures with units, or marks for none, that run together behind a label: 规章3件0件5件, 其他///////, 行政强制/. */
const RUN_OF_VALUES = /(?<=[\u4e00-\u9fff)":])(?:(?:\d[\d,.]*(?:件|条|项|宗|份)){2,}|\/+)$/
const ONE_OF_RUN = /\d[\d,.]*[件条项宗份]|\//g
/** Figures and marks for none that run together: nobody can tell them apart. */
const MIXED_RUN = /(?<=[\u4e00-\u9fff)":])(?=[^/]*\/)(?=\D*\d)[\d/]{2,}$/
/** A share is never a cell of the form. */
export const PERCENTAGE = /^[+-]?\d[\d.,]*\s*[%‰]$/
/** A letter O or a Chinese nought for 0: no number, but it stands in a figure's place. */
const LETTER_FOR_NOUGHT = /^(?=\d*[O〇])[\dO〇]{1,6}$/
/** A label with all its figures is not longer. */
const LONGEST_ROW = 200
const DIGITS = /\d[\d,.]*/g
const CHINESE = /[\u4e00-\u9fff]/
const LABEL_NUMERAL = /^(?:[一二三四]、|\([一二三四五六七]\))/

/** Words and numbers of a stretch of text, also where numbers are glued to the label before them. */
export function tokeniseText(normalised: string, original: string, place?: number): Token[] {
  const tokens: Token[] = []
  const at = (offset: number) => place ?? offset
  const words = (from: number, to: number) => {
    for (const match of normalised.slice(from, to).matchAll(/\S+/g)) {
      splitWord(
        match[0],
        original.slice(from + match.index, from + match.index + match[0].length),
        (text, raw, offset) => tokens.push(tokenFor(text, raw, at(from + match.index + offset))),
      )
    }
  }
  let done = 0
  for (const match of normalised.matchAll(REMARK_OR_UNIT)) {
    const raw = original.slice(match.index, match.index + match[0].length)
    const cell = parseValue(match[0], raw)
    if (!cell) continue
    words(done, match.index)
    tokens.push({ kind: 'value', text: raw, at: at(match.index), cell })
    done = match.index + match[0].length
  }
  words(done, normalised.length)
  // A mark for none before words is part of them: 无 法 提 供.
  return tokens.map((token, index) =>
    token.kind === 'value' && token.cell.kind === 'none' && tokens[index + 1]?.kind === 'text'
      ? { kind: 'text', text: token.text, at: token.at }
      : token,
  )
}

function tokenFor(text: string, raw: string, at: number): Token {
  const cell = parseValue(text, raw)
  // The text in one spelling, so that figures that run together can be cut up.
  if (cell) return { kind: 'value', text, at, cell }
  if (PERCENTAGE.test(text)) return { kind: 'pad', text: '', at }
  if (LETTER_FOR_NOUGHT.test(text)) return { kind: 'value', text, at, cell: unreadableCell(raw) }
  // Digits that are no number (007, a long glued row) and short marks without a Chinese character hold a place.
  if ((/^[\d.,]*\d[\d.,]*$/.test(text) && !/^\d[.]$/.test(text)) || /^[\d/]*\d\/+\d*$|^\/+\d+[\d/]*$/.test(text))
    return { kind: 'value', text, at, cell: unreadableCell(raw) }
  return { kind: 'text', text, at }
}

/** Words that a row of table two begins with, so that a digit and a comma before them are its number. */
function beginsRow(words: string): boolean {
  const start = skeleton(words.slice(0, 12)).slice(0, 4)
  return start.length >= 2 && rowKeys.some(({ key }) => key.startsWith(start) || start.startsWith(key))
}

type Piece = (text: string, raw: string, offset: number) => void

/** Cuts `规章000`, `1.属于国家秘密0000000` and `0000095二、上年结转…` into labels and numbers. */
function splitWord(word: string, raw: string, piece: Piece): void {
  if (!CHINESE.test(word) || !/[\d/]/.test(word)) {
    piece(word, raw, 0)
    return
  }
  const run = word.length <= LONGEST_ROW ? RUN_OF_VALUES.exec(word) : null
  const behind = run ?? (word.length <= LONGEST_ROW ? MIXED_RUN.exec(word) : null)
  if (behind) {
    splitWord(word.slice(0, behind.index), raw.slice(0, behind.index), piece)
    const parts = run ? [...behind[0].matchAll(ONE_OF_RUN)] : [{ 0: behind[0], index: 0 }]
    for (const { 0: part, index } of parts) {
      const start = behind.index + index
      piece(part, raw.slice(start, start + part.length), start)
    }
    return
  }
  let done = 0
  const take = (from: number, to: number) => {
    if (from < to) piece(word.slice(from, to), raw.slice(from, to), from)
  }
  for (const match of word.matchAll(DIGITS)) {
    let end = match.index + match[0].length
    const before = word.charAt(match.index - 1)
    const glued = match.index === 0 || /[\u4e00-\u9fff)":]/.test(before)
    if (!glued) continue
    const dotted = /[.,]$/.test(match[0]) || word.charAt(end) === '、'
    while (/[.,]/.test(word.charAt(end - 1))) end--
    const next = word.charAt(dotted ? end + 1 : end)
    const pair = word.charAt(end) === ',' && CHINESE.test(next) && !beginsRow(word.slice(end + 1))
    if (dotted && !pair && (CHINESE.test(next) || next === '"')) {
      // The last digit is the number of the label that follows: 0000000|2.重复申请.
      if (end - 1 > match.index) {
        take(done, match.index)
        take(match.index, end - 1)
        done = end - 1
      }
      continue
    }
    if (pair || end === word.length || LABEL_NUMERAL.test(word.slice(end, end + 4))) {
      take(done, match.index)
      take(match.index, end)
      done = end
    }
  }
  take(done, word.length)
}
