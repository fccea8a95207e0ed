import type { Section } from '../report.ts'
import type { Heading } from './find-headings.ts'
import { HEADING_NUMBER } from './labels/labels.ts'
import type { Line } from './lines/line.ts'

/** Title and lead: the lines before the first section. Without any heading every line outside the tables is lead. */
export function splitPreamble(
  lines: readonly Line[],
  headings: readonly Heading[],
  used: ReadonlySet<number>,
): string[] {
  const end = headings[0]?.line ?? lines.length
  return proseOf(lines.slice(0, end), 0, used)
}

/** The sections with their prose: lines of tables are left out, lines that a page broke are joined again. */
export function readSections(
  lines: readonly Line[],
  headings: readonly Heading[],
  used: ReadonlySet<number>,
): Section[] {
  const wrapped = isHardWrapped(lines, used)
  return headings.map((heading, index) => {
    const start = heading.line + heading.lines
    const end = headings[index + 1]?.line ?? lines.length
    const prose = proseOf(lines.slice(start, end), start, used)
    const all = heading.rest === '' ? prose : [heading.rest.trim(), ...prose]
    return { number: heading.number, heading: heading.heading, text: (wrapped ? unwrap(all) : all).join('\n') }
  })
}

function proseOf(lines: readonly Line[], offset: number, used: ReadonlySet<number>): string[] {
  return lines.flatMap((line, index) => {
    const text = line.original.trim()
    return used.has(offset + index) || text === '' || /^\d{1,3}$/.test(text) ? [] : [text]
  })
}

const ENDS = /[。！？；：…”）)!?;:]$/
const OPENS = new RegExp(`^(?:${HEADING_NUMBER.source.slice(1)}|[（(][一二三四五六七八九十\\d]+[）)]|[①-⑳]|[－-]\\s)`)
const WRAP_WIDTH = { shortest: 20, longest: 60 }

/** Text laid out in lines of one length, most of which end in the midst of a sentence. */
function isHardWrapped(lines: readonly Line[], used: ReadonlySet<number>): boolean {
  const prose = lines.filter(
    (line, index) => !used.has(index) && line.style === 'spaced' && line.text.trim().length >= WRAP_WIDTH.shortest,
  )
  const broken = prose.filter(({ text }) => !ENDS.test(text.trim()) && text.trim().length <= WRAP_WIDTH.longest)
  return prose.length >= 8 && broken.length > prose.length * 0.5
}

function unwrap(lines: readonly string[]): string[] {
  const joined: string[] = []
  let previous = ''
  for (const line of lines) {
    const goesOn = previous.length >= WRAP_WIDTH.shortest && !ENDS.test(previous) && !OPENS.test(line)
    if (goesOn) joined.push((joined.pop() ?? '') + line)
    else joined.push(line)
    previous = line
  }
  return joined
}
