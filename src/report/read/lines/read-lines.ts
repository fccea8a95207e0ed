import type { Block, Grid, Paragraph, SourceDocument } from '../../../quality/source-document.ts'
import { parseValue, unreadableCell } from './cell-value.ts'
import { doubtEnd } from './doubt-end.ts'
import type { Line, Token } from './line.ts'
import { normalise } from './normalise.ts'
import { splitRunOn } from './run-on.ts'
import { runningTitles } from './running-titles.ts'
import { separateCells } from './separated.ts'
import { PERCENTAGE, tokeniseText } from './tokenise-text.ts'
import { withoutMarks } from './without-marks.ts'

/** - 3 -, 第3页, 第 3 页 共 8 页, 共8页 第3页, 3/8, Page 3 of 8. A number alone may be a cell and is settled later. */
const PAGE_MARK =
  /^(?:[-—·~]\s*[1-9]\d{0,3}\s*[-—·~]|第\s*[1-9]\d{0,3}\s*页(?:\s*[,/]?\s*共\s*[1-9]\d{0,3}\s*页)?|共\s*[1-9]\d{0,3}\s*页\s*[,/]?\s*第\s*[1-9]\d{0,3}\s*页|第?\s*[1-9]\d{0,3}\s*\/\s*[1-9]\d{0,3}\s*页?|page\s*[1-9]\d{0,3}(?:\s*(?:of|\/)\s*[1-9]\d{0,3})?)$/i
const RULE = /^(?=.*-)[\s|:\-—+=]+$/
/** In a file that closes every cell with a pipe, a number without one is that of a page. */
const BARE_NUMBER = /^\d{1,3}$/
const LONE_PIPE = /^\s*\|\s*$/

/** Every line of the document cut into labels, values and blanks; page marks and ruled lines are gone. */
export function readLines(document: SourceDocument): readonly Line[] {
  const lines: Line[] = []
  const paragraphs = document.blocks.filter((block) => block.kind === 'paragraph')
  const piped = paragraphs.filter(({ text }) => /[|｜]/.test(text))
  const closing = pipesClose(piped)
  const separate = separateCells(paragraphs.map(({ text }) => text))
  const celled = closesCells(piped, paragraphs)
  const titles = runningTitles(
    paragraphs.map(({ text }) => text),
    (text) => {
      if (!/[\d０-９]/.test(text)) return false
      const normalised = normalise(text)
      return PAGE_MARK.test(normalised) || BARE_NUMBER.test(normalised)
    },
  )
  const titlesSeen = new Set<string>()
  let afterPipe = true
  for (const block of joinRemarks(document.blocks)) {
    if (block.kind === 'grid') {
      lines.push(...gridLines(block))
      continue
    }
    for (const [original, normalised] of block.text.split('\n').flatMap(inOneSpelling)) {
      const text = separate(withoutMarks(normalised))
      const bare = text.trim()
      if (LONE_PIPE.test(text) && closing) {
        // The pipe closes the cell of the line before; two in a row enclose a blank.
        if (afterPipe) lines.push({ ...pipedLine(text, original), text: '', original: '' })
        afterPipe = true
        continue
      }
      if (bare === '' && !text.includes('\t')) continue
      const title = original.trim()
      if (titlesSeen.has(title)) continue
      if (titles.has(title)) titlesSeen.add(title)
      if (text.length > LONGEST_LINE) {
        lines.push({
          style: 'spaced',
          tokens: [{ kind: 'text', text: bare.slice(0, LONGEST_LINE), at: 0 }],
          width: 0,
          text,
          original,
        })
        continue
      }
      if (celled && BARE_NUMBER.test(bare)) continue
      if (PAGE_MARK.test(bare) || (bare.includes('|') && RULE.test(bare))) continue
      afterPipe = false
      const listed = listedLine(text, original)
      if (listed) {
        lines.push(listed)
        continue
      }
      lines.push(/[|\t]/.test(text) ? pipedLine(text, original) : new SpacedLine(text, original))
    }
  }
  return closing && afterPipe ? lines : doubtEnd(lines)
}

/** A line, or the rows that run on in it, each as it stood and in one spelling. */
function inOneSpelling(line: string): readonly (readonly [original: string, normalised: string])[] {
  const normalised = normalise(line)
  const rows = splitRunOn(line, normalised)
  return rows.length === 1 ? [[line, normalised]] : rows.map((row) => [row, normalise(row)])
}

const FIGURE = /^\s*[\d０-９]{1,9}\s*$/
const REMARK = /^\s*[（(](?=.*[\u4e00-\u9fff])(?:其中|含|包括)[^（）()|]{1,60}[）)]\s*$/

/** A figure and, on the line below, the remark that stood with it in its cell. */
function joinRemarks(blocks: readonly Block[]): Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    const before = joined.at(-2)
    // Two figures above a remark: one of them is a page number, and nobody knows which.
    const single = () => before?.kind !== 'paragraph' || !FIGURE.test(before.text)
    if (
      block.kind === 'paragraph' &&
      last?.kind === 'paragraph' &&
      REMARK.test(block.text) &&
      FIGURE.test(last.text) &&
      single()
    ) {
      joined[joined.length - 1] = { ...last, text: last.text.trim() + block.text.trim(), end: block.end }
    } else joined.push(block)
  }
  return joined
}

const CLOSED_CELL = /^[^|｜]*[|｜]\s*$/
const FEWEST_CELLS = 40

/** True where every cell stands on a line of its own and a pipe closes it. */
function closesCells(piped: readonly Paragraph[], paragraphs: readonly Paragraph[]): boolean {
  const cells = piped.filter(({ text }) => CLOSED_CELL.test(text) && !LONE_PIPE.test(text)).length
  if (cells < FEWEST_CELLS) return false
  const bare = paragraphs.filter(({ text }) => BARE_NUMBER.test(text.trim())).length
  return bare * 20 < cells
}

/** True where cells and pipes stand on lines of their own by turns, so that a lone pipe ends a cell. */
function pipesClose(piped: readonly Paragraph[]): boolean {
  let lone = 0
  let ending = 0
  for (const { text } of piped) {
    const plain = text.replace(/｜/g, '|')
    if (LONE_PIPE.test(plain)) lone++
    else if (/\|\s*$/.test(plain)) ending++
  }
  return lone > 5 && ending < lone * 0.1
}

const LISTED = /^[\s{]*(['"]?)([^[\]'"]{1,120}|'[^']{1,120}')\1\s*:\s*\[([^[\]]*)\][\s,}]*$/

/** `'一、本年新收…': [60, 2, 62],`: a row as a program wrote it. */
function listedLine(text: string, original: string): Line | null {
  if (text.length > 2000 || !text.includes('[') || !text.includes(':')) return null
  const match = LISTED.exec(text)
  if (match?.[2] === undefined || match[3] === undefined) return null
  const label = match[2].trim()
  const items = match[3].split(',').map((item) => item.trim().replace(/^['"]|['"]$/g, ''))
  const cells = items.flatMap((item, index) => cellTokens(item, item, index + 1))
  const head: Token[] = /[\u4e00-\u9fff]/.test(label) ? [{ kind: 'text', text: label, at: 0 }] : []
  return { style: 'piped', tokens: [...head, ...cells], width: items.length + 1, text, original }
}

/** No row of the form is longer; what is longer is prose, whatever stands in it. */
const LONGEST_LINE = 20_000

/** Cut up when first asked: most lines of a page are menus and prose that nobody asks. */
class SpacedLine implements Line {
  readonly style = 'spaced'
  readonly width = 0
  readonly text: string
  readonly original: string
  #tokens: readonly Token[] | undefined

  constructor(text: string, original: string) {
    this.text = text
    this.original = original
  }

  get tokens(): readonly Token[] {
    this.#tokens ??= tokeniseText(this.text, this.original)
    return this.#tokens
  }
}

/** A cell behind the first holds a label with its figures only when its words are long enough for one: 减3 is none. */
const LABEL_AND_FIGURES = /[\u4e00-\u9fff](?:[^\d]*[\u4e00-\u9fff]){3}/

function cellTokens(text: string, original: string, at: number): Token[] {
  if (text.trim() === '') return [{ kind: 'blank', text: '', at }]
  const cell = parseValue(text, original)
  if (cell) return [{ kind: 'value', text: text.trim(), at, cell }]
  if (/\d\s*$/.test(text) && (at === 0 || LABEL_AND_FIGURES.test(text))) return tokeniseText(text, original, at)
  if (!/[\u4e00-\u9fff]/.test(text)) return [{ kind: 'value', text: text.trim(), at, cell: unreadableCell(original) }]
  return [{ kind: 'text', text: text.trim(), at }]
}

function pipedLine(text: string, original: string): Line {
  if (/^\s*\|{2,}\s*$/.test(text)) {
    return { style: 'piped', tokens: [{ kind: 'pad', text: '', at: 0 }], width: 0, text, original }
  }
  const separator = text.includes('|') ? '|' : '\t'
  const bounds: [number, number][] = []
  for (let start = 0; start <= text.length; ) {
    const next = text.indexOf(separator, start)
    const end = next < 0 ? text.length : next
    bounds.push([start, end])
    start = end + 1
  }
  const blank = ([start, end]: [number, number]) => text.slice(start, end).trim() === ''
  const first = bounds[0]
  const last = bounds.at(-1)
  if (first && bounds.length > 1 && blank(first)) bounds.shift()
  if (last && bounds.length > 1 && separator === '|' && blank(last)) bounds.pop()
  const airy = /\s\||\|\s/.test(text) || bounds.every(blank)
  let tail = bounds.length
  while (tail > 0 && blank(bounds[tail - 1] ?? [0, 0])) tail--
  const gathered =
    separator === '|' && airy && bounds.slice(tail).some(([start, end]) => start === end) && bounds.length > 1
  const tokens = bounds.flatMap(([start, end], at): Token[] =>
    (gathered && at >= tail) || PERCENTAGE.test(text.slice(start, end).trim())
      ? [{ kind: 'pad', text: '', at }]
      : cellTokens(text.slice(start, end), original.slice(start, end), at),
  )
  return { style: 'piped', tokens, width: bounds.length, text, original }
}

function gridLines(grid: Grid): Line[] {
  const rows = new Map<number, { tokens: Token[]; texts: string[]; width: number }>()
  for (const cell of [...grid.cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const row = rows.get(cell.row) ?? { tokens: [], texts: [], width: 0 }
    rows.set(cell.row, row)
    const text = withoutMarks(normalise(cell.text))
    const tokens = cellTokens(text, cell.text, cell.column)
    // A blank that spans several columns is a blank in each of them.
    if (tokens[0]?.kind === 'blank') {
      for (let i = 1; i < Math.min(cell.columnSpan, 40); i++)
        tokens.push({ kind: 'blank', text: '', at: cell.column + i })
    }
    row.tokens.push(...tokens)
    row.texts.push(cell.text.trim())
    row.width = Math.max(row.width, cell.column + cell.columnSpan)
  }
  return [...rows.values()].map(({ tokens, texts, width }) => {
    const original = texts.filter((text) => text !== '').join(' ')
    return { style: 'grid', tokens, width, text: normalise(original), original }
  })
}
