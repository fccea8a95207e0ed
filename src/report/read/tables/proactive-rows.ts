import type { ProactiveCellId } from '../../../statute/form-2021.ts'
import {
  OLD_FORM_WORDS,
  OTHER_ROW,
  PROACTIVE_BLOCK,
  PROACTIVE_HEAD,
  PROACTIVE_ROWS,
  type ProactiveColumn,
} from '../labels/labels.ts'
import { unreadableCell } from '../lines/cell-value.ts'
import type { Line, Token } from '../lines/line.ts'
import { skeleton } from '../lines/normalise.ts'
import { addedHead, headWords, type ProactiveHead, resolveColumns, takeHeads } from './proactive-heads.ts'

export type ProactiveRow = {
  readonly cells: readonly ProactiveCellId[]
  /** Null where the heads do not tell this year's columns from others. */
  readonly columns: readonly ProactiveColumn[] | null
  readonly values: Token[]
  readonly line: Line
  /** The row's figures stand on its label's own line. */
  readonly sameLine: boolean
  readonly block: number
}

export type ProactiveRows = {
  readonly rows: ProactiveRow[]
  /** Figures that stand behind no label of the form. */
  readonly strays: readonly Token[]
  readonly oldForm: boolean
  /** Rows in whose block the first figures stand before the first label; no figure below a label is then that label's. */
  readonly reversed: ReadonlySet<ProactiveRow>
}

/** No block has as many columns. */
const MOST_HEADS = 40
/** All heads of a block and a label are not as long. */
const LONGEST_HEAD = 200
/** 约12.5, ¥3, 125000元, (12.5): a figure with a sign or a unit that the form does not know; also its sign alone, or a letter for it. */
const SIGNED =
  '(?:人民币)?[约近共计逾超¥￥$€<>≈~*([]{0,3}\\d(?!\\d{3}年)[^;。]{0,20}|[约近共计逾超¥￥$€<>≈~]{1,2}|[OoIl〇○]{1,3}'
const SIGNED_FIGURE = new RegExp(`^(?:${SIGNED})$`)
const LABEL_AND_FIGURE = new RegExp(`^(\\D*?[\\u4e00-\\u9fff)":])(${SIGNED})$`)
/** What stands apart behind a figure: its unit, or what makes another figure of it (125000 元, 12 余万元). */
const UNIT = /^(?:件|项|个|宗|次|份|万元)$/
const OTHER_UNIT = /^(?:余|多)?[十百千万亿]*(?:美|港|欧|日)?(?:元|件|项)?$/

export const columnOf = (cell: ProactiveCellId): ProactiveColumn => {
  const last = cell.split('.')[1]
  return last as ProactiveColumn
}

type State = {
  readonly rows: ProactiveRow[]
  readonly strays: Token[]
  heads: ProactiveHead[]
  open: ProactiveRow | null
  /** Some of the open row's figures stand on the line being read. */
  begun: boolean
  /** Words not yet taken for a head or a label, one piece for each cell or word. */
  pieces: string[]
  oldForm: boolean
  labelLine: Line | null
  headLine: Line | null
  /** The place of a cell with words where a figure belongs, or that the figure behind a sign is still to come. */
  doubted: number | 'next' | null
  block: number
  /** Some row of the block has a figure. */
  filled: boolean
  readonly figuresFirst: Set<number>
}

/** Cuts table one into the rows of the form: every block has its own heads, every row the values straight behind its label. */
export function cutProactiveRows(lines: readonly Line[]): ProactiveRows {
  const state: State = {
    rows: [],
    strays: [],
    heads: [],
    open: null,
    begun: false,
    pieces: [],
    oldForm: false,
    labelLine: null,
    headLine: null,
    doubted: null,
    block: 0,
    filled: false,
    figuresFirst: new Set(),
  }
  for (const line of lines) {
    const bare = skeleton(line.text)
    if (OLD_FORM_WORDS.test(bare)) state.oldForm = true
    if (PROACTIVE_BLOCK.test(bare) && bare.length < 14) {
      Object.assign(state, { open: null, pieces: [], heads: [], block: state.block + 1, filled: false })
    } else if (line.tokens.length > 0 && line.tokens.every(({ kind }) => kind === 'pad')) {
      state.open = null
    } else takeLine(state, line)
  }
  const { rows, strays, oldForm, figuresFirst } = state
  // Two blocks with their figures above the labels: so it is all over the table.
  const reversed = rows.filter((row) => !row.sameLine && (figuresFirst.has(row.block) || figuresFirst.size > 1))
  return { rows, strays, oldForm, reversed: new Set(reversed) }
}

function takeLine(state: State, line: Line): void {
  state.begun = false
  state.doubted = null
  const lastText = line.tokens.findLastIndex(({ kind }) => kind === 'text')
  for (const [index, token] of line.tokens.entries()) {
    if (token.kind === 'text') {
      if (!takeBehindFigure(state, line, token) && !takeForFigure(state, line, token, index))
        takeWords(state, line, token)
    } else if (token.kind !== 'pad') takeFigure(state, line, token, index < lastText)
  }
  // A row on lines is over with its line; cells on lines of their own go on.
  if (state.open && state.begun && (state.labelLine === line || line.tokens.length > 1)) {
    state.open = null
    return
  }
  // A label alone: its figures stand below, or its blank cells left no trace.
  const label = state.open ? null : labelAtEnd(state.pieces)
  if (label?.alone) beginRow(state, label.cells, line, false)
}

function beginRow(state: State, cells: readonly ProactiveCellId[], line: Line, sameLine: boolean): ProactiveRow {
  const columns = resolveColumns(state.heads, cells.map(columnOf))
  const row = { cells, columns, values: [], line, sameLine, block: state.block }
  state.rows.push(row)
  state.open = row
  state.pieces = []
  return row
}

function beginWithFigure(state: State, cells: readonly ProactiveCellId[], line: Line): ProactiveRow {
  if (state.heads.some(({ column }) => column === 'old')) state.oldForm = true
  return beginRow(state, cells, line, state.labelLine === line)
}

type TextToken = Extract<Token, { kind: 'text' }>

/** A word that stands apart behind a figure of the open row: its unit, or one that makes another figure of it. */
function takeBehindFigure({ open }: State, line: Line, { text }: TextToken): boolean {
  const last = open?.values.at(-1)
  if (line.style !== 'spaced' || last?.kind !== 'value') return false
  if (UNIT.test(text)) return true
  if (!OTHER_UNIT.test(text)) return false
  open?.values.splice(-1, 1, doubtful(last.text + text, last.at))
  return true
}

/** Words where a figure of a row belongs: 125000元, 详见附件. */
function takeForFigure(state: State, line: Line, token: TextToken, index: number): boolean {
  if (knownWords(headWords(token.text))) return false
  const doubt = (text: string) => {
    state.open?.values.push(doubtful(text, token.at))
    state.begun = true
    state.filled = true
    // Where cells are not told apart, the figure of a sign is the next word.
    const sign = /[\dOoIl〇○]/.test(text) ? null : 'next'
    state.doubted = line.style === 'spaced' ? sign : token.at
    return true
  }
  const [, words, figure] = LABEL_AND_FIGURE.exec(token.text) ?? []
  const glued = words && figure ? labelAtEnd([...state.pieces, skeleton(words)]) : null
  if (glued && figure) {
    state.labelLine = line
    beginWithFigure(state, glued.cells, line)
    return doubt(figure)
  }
  const label = state.open ? null : labelAtEnd(state.pieces)
  const behindLabel = label !== null && state.labelLine === line
  const room = state.open !== null && state.open.values.length < (state.open.columns?.length ?? 1)
  if (!behindLabel && !room) return false
  const stands =
    line.style === 'spaced'
      ? SIGNED_FIGURE.test(token.text)
      : state.begun || /\d/.test(token.text) || (behindLabel && fills(state, label.cells, line, index))
  if (!stands) return false
  if (label) beginWithFigure(state, label.cells, line)
  return doubt(token.text)
}

/** Whether the cells from `index` on are as many as the row's columns, or there is no other. */
function fills({ heads }: State, cells: readonly ProactiveCellId[], line: Line, index: number): boolean {
  const left = line.tokens.length - index
  return left === 1 || left === resolveColumns(heads, cells.map(columnOf))?.length
}

const doubtful = (text: string, at: number): Token => ({ kind: 'value', text, at, cell: unreadableCell(text) })

/** Words of heads or of a label. */
function takeWords(state: State, line: Line, token: TextToken): void {
  state.open = null
  state.labelLine = line
  const own = headWords(token.text).slice(-LONGEST_HEAD)
  state.pieces = [...state.pieces.slice(-LONGEST_HEAD / 4), own]
  let words = state.pieces.join('').slice(-LONGEST_HEAD)
  const setWords = (rest: string) => {
    words = rest
    state.pieces = rest === '' ? [] : [rest]
    state.headLine = line
  }
  const head = words.lastIndexOf(PROACTIVE_HEAD)
  if (head >= 0) {
    state.heads = []
    setWords(words.slice(head + PROACTIVE_HEAD.length))
  }
  const { heads, rest } = takeHeads(words, Math.min(own.length, words.length))
  if (heads.length > 0) {
    state.heads = [...state.heads, ...heads].slice(-MOST_HEADS)
    setWords(rest)
  }
  const left = state.pieces.at(-1) ?? ''
  const added = left === '' || (line.style === 'spaced' && state.headLine !== line) ? null : addedHead(left)
  if (added === null || labelAtEnd(state.pieces)) return
  // Unknown words are a column only beside the heads of others.
  if (added.of === 'odd' ? state.headLine === line && left === own && own.length > 1 : state.heads.length > 0) {
    state.heads.push(added)
    state.pieces = []
  }
}

function takeFigure(state: State, line: Line, token: Exclude<Token, TextToken>, followed: boolean): void {
  if (state.open && token.kind === 'value' && (state.doubted === token.at || state.doubted === 'next')) {
    const before = state.open.values.pop()?.text ?? ''
    state.open.values.push(doubtful(before + token.text, token.at))
    if (state.doubted === 'next') state.doubted = null
    return
  }
  if (!state.open) {
    const label = labelAtEnd(state.pieces)
    if (!label) {
      if (token.kind === 'value') {
        state.strays.push(token)
        if (!state.filled && state.heads.length > 0) state.figuresFirst.add(state.block)
        // The words before it were the label of this figure, whatever they say.
        state.pieces = []
      }
      return
    }
    if (token.kind === 'blank' && followed && !state.begun) return
    beginWithFigure(state, label.cells, line)
  }
  state.begun = true
  if (token.kind === 'value') state.filled = true
  state.open?.values.push(token)
}

function knownWords(words: string): boolean {
  return (
    labelAtEnd([words]) !== null ||
    takeHeads(words, words.length).heads.length > 0 ||
    words.includes(PROACTIVE_HEAD) ||
    PROACTIVE_BLOCK.test(words)
  )
}

const LABEL = new RegExp(
  `^(?:[一二三四五六七八九十]|\\d{1,2})?(${PROACTIVE_ROWS.flatMap(({ keys }) => keys).join('|')})(?:件|项|宗|次|份|万元)?$`,
)

/** The cells of the row whose label `words` are, with a number before it or a unit behind it perhaps. */
export function rowOfLabel(words: string): readonly ProactiveCellId[] | null {
  const key = LABEL.exec(words)?.[1]
  return (key && PROACTIVE_ROWS.find(({ keys }) => keys.includes(key))?.cells) || null
}

const FIGURE_BEHIND = new RegExp(`\\s*(?:${SIGNED})$`)

/** Whether a line is a label of table one, alone or with a figure that no reader takes for one: 行政许可 约85件. */
export function isLabelLine(text: string): boolean {
  const bare = text.trim()
  return bare.length <= 40 && rowOfLabel(skeleton(bare.replace(FIGURE_BEHIND, ''))) !== null
}

/** Whether a line is such a figure and nothing else. */
export const isSignedFigure = (text: string): boolean => /\d/.test(text) && SIGNED_FIGURE.test(text.trim())

/**
 * The row whose label the last pieces are, all of it in whole pieces: 不予行政许可 and 其他规范性文件 are other rows. `alone` says
 * that no words stand before it.
 */
function labelAtEnd(
  pieces: readonly string[],
): { readonly cells: readonly ProactiveCellId[]; readonly alone: boolean } | null {
  for (let from = Math.max(0, pieces.length - MOST_PIECES); from < pieces.length; from++) {
    const cells = rowOfLabel(pieces.slice(from).join(''))
    if (cells) return OTHER_ROW.test(pieces.slice(0, from).join('')) ? null : { cells, alone: from === 0 }
  }
  return null
}

/** A label may be set a character a line. */
const MOST_PIECES = 12
