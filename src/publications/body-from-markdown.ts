import type { BodyBlock, BodyRun, ItemBody } from './item-body.ts'
import { bodyFromPlainText } from './item-body.ts'
import { tidyRuns } from './tidy-runs.ts'

/** A text out of Markdown: headings, paragraphs, lists, tables, bold and links. Anything else stays the words that it is. */
export function bodyFromMarkdown(text: string): ItemBody {
  const blocks: BodyBlock[] = []
  let paragraph: string[] = []
  const endParagraph = () => {
    const lines = paragraph.join('\n')
    paragraph = []
    const runs = tidyRuns(runsOf(lines))
    // A line of its own may be a heading by its mark, as in plain text.
    const plain = bodyFromPlainText(lines)
    if (plain.length === 1 && plain[0]?.type === 'heading') blocks.push({ ...plain[0], runs })
    else if (runs.length > 0) blocks.push({ type: 'paragraph', runs })
  }
  const lines = text.split(/\r\n|[\n\r]/)
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? '').trim()
    const heading = /^(#{1,6})\s+(.+?)\s*#*$/.exec(line)
    const item = /^(?:[-*+]|(\d{1,3})[.)])\s+(.+)$/.exec(line)
    if (line === '' || heading || item || line.startsWith('|')) endParagraph()
    if (heading) {
      const level = Math.min(4, (heading[1] ?? '#').length) as 1 | 2 | 3 | 4
      blocks.push({
        type: 'heading',
        level,
        runs: tidyRuns(runsOf(heading[2] ?? '')).map(({ bold: _, ...run }) => run),
      })
    } else if (item) {
      const runs = tidyRuns(runsOf(item[2] ?? ''))
      const ordered = item[1] !== undefined
      const last = blocks.at(-1)
      if (last?.type === 'list' && last.ordered === ordered && (lines[at - 1] ?? '').trim() !== '')
        blocks[blocks.length - 1] = { ...last, items: [...last.items, runs] }
      else if (runs.length > 0) blocks.push({ type: 'list', ordered, items: [runs] })
    } else if (line.startsWith('|')) {
      const rows: string[] = []
      while ((lines[at] ?? '').trim().startsWith('|')) rows.push((lines[at++] ?? '').trim())
      at--
      blocks.push(tableOf(rows))
    } else if (line !== '') paragraph.push(line)
  }
  endParagraph()
  return blocks
}

function tableOf(lines: readonly string[]): BodyBlock {
  const cells = (line: string) =>
    line
      .replace(/^\||\|$/g, '')
      .split(/(?<!\\)\|/)
      .map((one) => one.trim())
  const isRule = (line: string) => /^\|[\s:|-]+\|?$/.test(line) && line.includes('-')
  const head = lines[1] !== undefined && isRule(lines[1])
  const rows = lines
    .filter((line) => !isRule(line))
    .map((line, at) =>
      cells(line).map((text) => ({ runs: tidyRuns(runsOf(text)), ...(head && at === 0 && { head: true as const }) })),
    )
  return { type: 'table', caption: null, rows }
}

const inline = /\*\*(.+?)\*\*|__(.+?)__|\[([^\]]+)\]\(([^)\s]+)\)/g

function runsOf(text: string): readonly BodyRun[] {
  const runs: BodyRun[] = []
  let from = 0
  for (const found of text.matchAll(inline)) {
    if (found.index > from) runs.push({ text: text.slice(from, found.index) })
    const [whole, stars, lines, words, href] = found
    const bold = stars ?? lines
    runs.push(
      bold === undefined ? { text: words ?? '', ...(href !== undefined && { href }) } : { text: bold, bold: true },
    )
    from = found.index + whole.length
  }
  runs.push({ text: text.slice(from) })
  return runs
}
