import type { RequestRowId } from '../../../statute/form-2021.ts'
import { requestRows } from '../../../statute/form-2021.ts'
import { type LabelMatch, matchTail, rowsWithin } from '../labels/match-label.ts'
import type { Line, Token } from '../lines/line.ts'
import { skeleton } from '../lines/normalise.ts'

/** A run of values in table two with the words that stand before it. */
export type Entry = {
  /** Skeleton of all words since the run before. */
  readonly words: string
  /** True when the label that `match` names stands whole on the very line of the values. */
  readonly sameLine: boolean
  readonly match: LabelMatch | null
  /** Rows whose labels stand whole in `words`. */
  readonly labels: readonly RequestRowId[]
  readonly values: Token[]
  readonly line: Line
  readonly lineNumber: number
  /** One value a line. */
  stacked: boolean
  /** Values were gathered from more than one line of a layout that has rows on lines. */
  joined: boolean
  closed: boolean
}

export type EntryList = { readonly entries: Entry[]; readonly trailing: string }

const isPlace = (token: Token) => token.kind === 'value' || token.kind === 'blank'

/** Cuts the lines of table two into runs of values, each with the words before it. */
export function cutEntries(lines: readonly Line[], width: number): EntryList {
  const entries: Entry[] = []
  let words = ''
  let open: Entry | null = null

  const start = (line: Line, lineNumber: number, own: string): Entry => {
    const match = matchTail(words) ?? bareLabel(words, entries)
    const entry: Entry = {
      words,
      sameLine: own !== '' && sameMatch(matchTail(own) ?? bareLabel(own, entries), match),
      match,
      labels: rowsWithin(words),
      values: [],
      line,
      lineNumber,
      stacked: false,
      joined: false,
      closed: false,
    }
    words = ''
    entries.push(entry)
    return entry
  }

  for (const [lineNumber, line] of lines.entries()) {
    const only = line.tokens.length === 1 ? line.tokens[0] : undefined
    if (only && isPlace(only)) {
      // One value a line: it goes on the run that is open, or opens one.
      const running: Entry | null = words === '' ? open : null
      if (running && !running.closed && (running.stacked || running.values.length < width)) {
        if (!running.stacked && running.values.length > 1) running.joined = true
        else running.stacked = true
        running.values.push(only)
      } else {
        open = start(line, lineNumber, '')
        open.stacked = true
        open.values.push(only)
      }
      continue
    }
    if (line.tokens.every(({ kind }) => kind === 'pad')) {
      if (open && words === '') open.closed = true
      continue
    }
    open = cutLine(line, lineNumber)
  }
  return { entries, trailing: words }

  function cutLine(line: Line, lineNumber: number): Entry | null {
    let entry: Entry | null = null
    let own = ''
    const tokens = line.tokens
    const lastText = tokens.findLastIndex(({ kind }) => kind === 'text')
    const hasText = lastText >= 0
    for (const [index, token] of tokens.entries()) {
      if (token.kind === 'pad') continue
      if (token.kind === 'text') {
        if (entry && isOddValue(line, index, entry, width)) {
          entry.values.push({ kind: 'value', text: token.text, at: token.at, cell: oddCell(token.text) })
          continue
        }
        entry = null
        own += token.text
        words += skeleton(token.text)
        continue
      }
      if (!entry && token.kind === 'value' && isOrdinal(token, tokens[index + 1])) {
        words += skeleton(token.text)
        own += token.text
        continue
      }
      if (!entry && token.kind === 'blank' && hasText && blankIsStructure(tokens, index)) continue
      if (!entry && own === '' && hasText && words === '' && open && !open.closed && open.values.length < width) {
        // Two lines run together: 0 二、上年结转…
        open.values.push(token)
        open.joined = true
        continue
      }
      if (!entry) {
        const previous = open
        if (!hasText && words === '' && previous && joins(previous, tokens, width)) {
          entry = previous
          entry.joined = true
        } else {
          entry = start(line, lineNumber, skeleton(own))
          own = ''
        }
      }
      entry.values.push(token)
    }
    return entry ?? (words === '' ? open : null)
  }
}

function sameMatch(own: LabelMatch | null, all: LabelMatch | null): boolean {
  if (own?.kind === 'row' && all?.kind === 'row') return own.row === all.row
  return own?.kind === 'group' && all?.kind === 'group' && own.other === all.other
}

/** A short row on the line before, which these values fill up exactly. */
function joins(previous: Entry, tokens: readonly Token[], width: number): boolean {
  const more = tokens.filter(isPlace).length
  return (
    !previous.closed && !previous.stacked && previous.values.length < width && previous.values.length + more === width
  )
}

/** A single digit before a label's words is the label's number: `1 属于国家秘密`, `2 .重复申请`. */
function isOrdinal(token: Token, next: Token | undefined): boolean {
  if (next?.kind !== 'text' || !/^\d$/.test(token.text.trim())) return false
  if (/^[.,、]/.test(next.text)) return true
  const match = matchTail(skeleton(next.text))
  return match?.kind === 'row' && match.ordinal === token.text.trim()
}

/** Blank cells before or between the words of a row are merged cells; a long run of them is a blank row. */
function blankIsStructure(tokens: readonly Token[], index: number): boolean {
  let end = index
  while (tokens[end]?.kind === 'blank' && end - index < 5) end++
  return tokens[end]?.kind === 'text' && end - index < 5
}

/** Text that stands in a value's place of a row of cells: 减3, 见附件. */
function isOddValue(line: Line, index: number, entry: Entry, width: number): boolean {
  const token = line.tokens[index]
  if (token?.kind !== 'text' || line.style === 'spaced' || entry.values.length >= width) return false
  if (!entry.values.some(({ kind }) => kind === 'value')) return false
  const words = skeleton(token.text)
  return matchTail(words) === null && !/^[一二三四五六七]|^\d/.test(words) && words.length <= 12
}

function oddCell(text: string) {
  return { value: null, kind: 'unreadable', text } as const
}

const rowOrder = new Map(requestRows.map(({ id }, index) => [id, index]))

/** 其他 and 总计 without their numbers, told by the row before them. */
function bareLabel(words: string, entries: readonly Entry[]): LabelMatch | null {
  const bare = words.replace(/^[三四五六七]?[）)]?/, '')
  const previous = entries.findLast(({ match }) => match?.kind === 'row')?.match
  const before = previous?.kind === 'row' ? previous.row : null
  if (bare === '其他' && (before === 'other.feeOverdue' || before === 'other.correctionOverdue')) {
    return { kind: 'row', row: 'other.remaining', exact: true, ordinal: '3' }
  }
  const far = before !== null && (rowOrder.get(before) ?? 0) >= (rowOrder.get('rejected.reissue') ?? 0)
  if (/^(?:总计|合计)$/.test(bare) && far && before !== 'total') {
    return { kind: 'row', row: 'total', exact: true, ordinal: '' }
  }
  return null
}
