import { findBareTable } from './find-bare-table.ts'
import type { Heading } from './find-headings.ts'
import { NOISE, PROACTIVE_BLOCK, PROACTIVE_COLUMNS, PROACTIVE_HEAD, REMEDY_HEAD, REMEDY_WORD } from './labels/labels.ts'
import { matchTail } from './labels/match-label.ts'
import type { Line } from './lines/line.ts'
import { skeleton } from './lines/normalise.ts'
import { isLabelLine, isSignedFigure } from './tables/proactive-rows.ts'

export type TableName = 'proactive' | 'requests' | 'remedies'
/** A stretch of lines that belongs to one table; a table cut by a page may have several. */
export type Region = { readonly table: TableName; readonly start: number; readonly end: number }

const REQUESTS_START = /勾稽关系|^申请人情况|^[一1]?本年度?新收(?:政府信息公开)?申请/
/** The caption of table two, which no comparison of two reports repeats. */
const CAPTION = /勾稽关系为第一项加第二项/
const HEAD_REACH = 12
/** Words above the names of the groups. */
const REMEDY_LEAD = /^(?:类别|类型|项目|名称|表)/

const chinese = (text: string) => text.replace(/\d/g, '')
const isProse = (line: Line) => line.style === 'spaced' && /[。！？]/.test(line.text)

/** Whatever begins a table has one of these characters in it; most lines have none. */
const BEGINNING = /[勾申第容数额效减复诉维纠审]/

function startsTable(line: Line, words: string): TableName | null {
  if (!BEGINNING.test(words) || isProse(line)) return null
  if (REQUESTS_START.test(words) && words.length < 400) return 'requests'
  if (/(?:^|\|)\s*申请人情况/.test(line.text)) return 'requests'
  if (PROACTIVE_BLOCK.test(words) && words.length < 60) return 'proactive'
  if (words.startsWith(PROACTIVE_HEAD) && PROACTIVE_COLUMNS.some(([key]) => words.includes(key))) return 'proactive'
  if (words === PROACTIVE_HEAD) return 'proactive'
  if (line.style !== 'spaced' && PROACTIVE_COLUMNS.filter(([key]) => words.includes(key)).length >= 2)
    return 'proactive'
  const head = chinese(words).replace(REMEDY_LEAD, '')
  if (!REMEDY_HEAD.test(head) || !REMEDY_WORD.test(head)) return null
  // With figures on the line it is a row of the table, or all of it.
  const figures = line.tokens.filter(({ kind }) => kind === 'value').length
  return !/\d/.test(words) || figures >= (line.style === 'spaced' ? 5 : 1) ? 'remedies' : null
}

/** A line that can only stand in a table: numbers alone, or a label of the form. */
function isTabular(line: Line, table: TableName, words: string, begins: TableName | null): boolean {
  if (isProse(line)) return false
  const values = line.tokens.filter(({ kind }) => kind === 'value' || kind === 'blank')
  if (values.length > 0 && (line.style !== 'spaced' || values.length === line.tokens.length)) return true
  if (begins !== null) return true
  if (table === 'requests') {
    const label = skeleton(line.tokens.map((token) => (token.kind === 'text' ? token.text : '')).join(''))
    return matchTail(label) !== null || values.length >= 3
  }
  if (table === 'proactive') return values.length > 0 && line.tokens.length <= 8
  return REMEDY_HEAD.test(chinese(words)) || values.length >= 5
}

/** Where the three tables stand, by what they say and not by where they are. */
export function cutRegions(lines: readonly Line[], headings: readonly Heading[]): Region[] {
  const headingLines = new Set(headings.flatMap(({ line, lines: count }) => (count === 2 ? [line, line + 1] : [line])))
  const regions: Region[] = []
  let open: { table: TableName; start: number; last: number } | null = null
  const found = findBareTable(lines, headings)
  const bare = found && lines.some((line) => startsTable(line, skeleton(line.text)) === 'proactive') ? null : found
  let noise = false
  const close = () => {
    if (open) regions.push({ table: open.table, start: open.start, end: open.last + 1 })
    open = null
  }
  for (const [index, line] of lines.entries()) {
    if (headingLines.has(index)) {
      close()
      noise = false
      continue
    }
    if (NOISE.test(line.text) && !isProse(line)) {
      close()
      noise = true
    }
    const words = skeleton(line.text)
    if (noise && !CAPTION.test(words)) continue
    noise = false
    const begins = index === bare?.start ? 'proactive' : startsTable(line, words)
    const current = open as { table: TableName; start: number; last: number } | null
    if (begins !== null && begins !== current?.table) {
      const floor = (current?.last ?? regions.at(-1)?.end ?? -1) + (current ? 1 : 0)
      close()
      open = {
        table: begins,
        start: begins === 'proactive' ? index : headStart(lines, index, floor, headingLines, HEAD_WORDS[begins]),
        last: index === bare?.start ? bare.last : index,
      }
    } else if (current && (isTabular(line, current.table, words, begins) || endsProactive(lines, current, index))) {
      current.last = Math.max(current.last, index)
    }
  }
  close()
  return regions
}

/** A label of table one shortly behind its rows, blank or with words for its figure, or such words below it. */
function endsProactive(lines: readonly Line[], { table, last }: { table: TableName; last: number }, index: number) {
  const text = lines[index]?.text ?? ''
  if (table !== 'proactive' || index - last > 3) return false
  return isLabelLine(text) || (isSignedFigure(text) && isLabelLine(lines[index - 1]?.text ?? ''))
}

/** Words of heads that stand shortly above the line by which a table is told. */
const HEAD_WORDS = { requests: /自然人|商业企业|法人或其他组织/, remedies: /^[\s|]*(?:总\s*计|合\s*计)[\s|]*$/ }

/** Table two may open with its first row, table three with the head of its totals. */
function headStart(
  lines: readonly Line[],
  index: number,
  floor: number,
  headings: ReadonlySet<number>,
  heads: RegExp,
): number {
  let start = index
  for (let i = index - 1; i >= Math.max(0, floor, index - HEAD_REACH) && !headings.has(i); i--) {
    const line = lines[i]
    if (!line || isProse(line)) break
    if (heads.test(line.text)) start = i
  }
  return start
}
