import { headings as statutory } from '../../statute/form-2021.ts'
import { HEADING_NUMBER, HEADING_WORDS, HEADINGS } from './labels/labels.ts'
import { tailDistance } from './labels/match-label.ts'
import type { Line } from './lines/line.ts'
import { normalise } from './lines/normalise.ts'

/** A section heading: the line it starts on, how many lines it takes, and words of the section that follow on its line. */
export type Heading = {
  readonly number: number
  readonly line: number
  readonly lines: 1 | 2
  readonly heading: string
  readonly rest: string
  readonly numbered: boolean
}

const TITLES = statutory.map((heading) => chinese(normalise(heading).slice(2)))

function chinese(text: string): string {
  return text.replace(/[^\u4e00-\u9fff]/g, '')
}

function sectionOf(title: string, numbered: boolean): number | null {
  if (!numbered && !HEADING_WORDS.test(title)) return null
  const words = chinese(title.replace(/\([^()]*[\d%][^()]*\)\s*$/, ''))
  if (words.length < (numbered ? 2 : 4) || words.length > 40) return null
  const exact = HEADINGS.findIndex((pattern) => pattern.test(words))
  if (exact >= 0) return exact + 1
  if (!numbered) return null
  const near = TITLES.flatMap((key, index) => {
    const limit = key.length >= 10 ? 2 : 1
    return Math.abs(words.length - key.length) <= limit && tailDistance(key, words, limit) <= limit ? [index + 1] : []
  })
  return near.length === 1 ? (near[0] ?? null) : null
}

function headingAt(lines: readonly Line[], index: number, bracketed: boolean): Heading | null {
  const heading = wordedHeadingAt(lines, index, bracketed)
  return heading && lines[index]?.tokens.some(({ kind }) => kind === 'text') ? heading : null
}

function wordedHeadingAt(lines: readonly Line[], index: number, bracketed: boolean): Heading | null {
  const line = lines[index]
  if (!line || line.text.length > 400) return null
  const text = withoutMarksAround(line.text)
  const number = HEADING_NUMBER.exec(text)?.[0] ?? ''
  const numbered = number !== '' && (bracketed || !number.includes('('))
  if (number !== '' && !numbered) return null
  const title = text.slice(number.length)
  if (/^表/.test(title)) return null
  const whole = title.length <= 60 ? sectionOf(title, false) : null
  // Most lines of a file end here.
  if (whole === null && !numbered) return null
  const printed = withoutMarksAround(line.original)
  const found = (section: number, more: Partial<Heading> = {}): Heading => ({
    number: section,
    line: index,
    lines: 1,
    heading: printed,
    rest: '',
    numbered,
    ...more,
  })
  if (whole !== null) return found(whole)
  if (title.length <= 4 && sectionOf(title, true) === 1) return found(1)
  const inline = /^([^。:;\s]{4,40})[。:;\s]\s*(\S.*)$/.exec(title)
  if (inline?.[1] !== undefined && inline[2] !== undefined) {
    const section = sectionOf(inline[1], true)
    const cut = printed.length - inline[2].length
    if (section !== null) return found(section, { heading: printed.slice(0, cut).trim(), rest: printed.slice(cut) })
  }
  const near = title.length <= 60 ? sectionOf(title, true) : null
  if (near !== null) return found(near)
  const next = lines[index + 1]
  if (next && next.text.length < 40 && title.length < 40 && next.tokens.every(({ kind }) => kind === 'text')) {
    const section = sectionOf(title + next.text.trim(), false)
    if (section !== null) return found(section, { lines: 2, heading: printed + next.original.trim() })
  }
  return null
}

/** A line without the marks of Markdown and of tables around it. */
function withoutMarksAround(text: string): string {
  const opened = text.replace(/^[\s#*|｜]+/, '')
  return /[\s|*｜]/.test(opened.slice(-1)) ? opened.replace(/[\s|*｜]+$/, '') : opened
}

/**
 * The section headings of the report, each section once, in the order of the file. A table of contents (headings in a
 * row that all come again) and a table's own title that repeats a heading are not taken. `all` are those of `allHeadings`.
 */
export function findHeadings(lines: readonly Line[], all = allHeadings(lines)): Heading[] {
  const chosen = new Map<number, Heading>()
  for (const heading of all) {
    const known = chosen.get(heading.number)
    if (!known || (heading.numbered && !known.numbered)) chosen.set(heading.number, heading)
  }
  return [...chosen.values()].sort((a, b) => a.line - b.line)
}

const FEWEST_BRACKETED = 4

function headingsOf(lines: readonly Line[], bracketed: boolean): Heading[] {
  return lines.flatMap((_, index) => headingAt(lines, index, bracketed) ?? [])
}

/** The headings in the order of the file, also those that come again; a table of contents is left out. */
export function allHeadings(lines: readonly Line[]): readonly Heading[] {
  const plain = headingsOf(lines, false)
  // （二）主动公开政府信息情况 is a passage of section one, unless all sections are numbered so.
  const bracketed = plain.length > 0 ? [] : headingsOf(lines, true)
  return withoutContents(bracketed.length >= FEWEST_BRACKETED ? bracketed : plain)
}

/** All headings but those of a table of contents. */
function withoutContents(all: readonly Heading[]): readonly Heading[] {
  const run: Heading[] = []
  for (const heading of all) {
    const last = run.at(-1)
    if (last && (heading.line > last.line + last.lines + 1 || heading.number <= last.number)) break
    run.push(heading)
  }
  const later = all.slice(run.length)
  const repeated = run.length >= 4 && run.every(({ number }) => later.some((other) => other.number === number))
  return repeated ? later : all
}
