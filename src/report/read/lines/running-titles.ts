import {
  columnKeys,
  PROACTIVE_BLOCK,
  PROACTIVE_COLUMNS,
  PROACTIVE_HEAD,
  PROACTIVE_ROWS,
  REMEDY_HEAD,
  REQUEST_HEAD_WORDS,
} from '../labels/labels.ts'
import { matchTail } from '../labels/match-label.ts'
import { normalise, skeleton } from './normalise.ts'

/** A line comes so often, and has so many characters at least, before it is taken for the title that all pages bear. */
const FEWEST_PAGES = 3
const SHORTEST = 5

/**
 * Lines that every page begins or ends with: words that come again and again, each time beside the number of a page or
 * what may be one, and that are no words of the form. The first time they are the title itself and may stand anywhere.
 */
export function runningTitles(lines: readonly string[], isPageNumber: (text: string) => boolean): ReadonlySet<string> {
  const told = lines.map((text) => text.trim()).filter((text) => text !== '')
  const pages = told.map(isPageNumber)
  if (!pages.includes(true)) return new Set()
  const seen = new Map<string, { times: number; beside: number }>()
  for (const [index, text] of told.entries()) {
    const beside = pages[index - 1] === true || pages[index + 1] === true
    const { times, beside: before } = seen.get(text) ?? { times: 0, beside: 0 }
    seen.set(text, { times: times + 1, beside: before + Number(beside) })
  }
  const often = [...seen].filter(([, { times, beside }]) => beside >= FEWEST_PAGES && times - beside <= 1)
  return new Set(often.flatMap(([text]) => (isWordOfTheForm(text) ? [] : [text])))
}

function isWordOfTheForm(text: string): boolean {
  const words = skeleton(normalise(text))
  return (
    words.length < SHORTEST ||
    /^\d+$/.test(words) ||
    matchTail(words) !== null ||
    columnKeys.has(words) ||
    REQUEST_HEAD_WORDS.test(words) ||
    REMEDY_HEAD.test(words) ||
    PROACTIVE_BLOCK.test(words) ||
    words.includes(PROACTIVE_HEAD) ||
    PROACTIVE_COLUMNS.some(([key]) => words.includes(key)) ||
    PROACTIVE_ROWS.some(({ keys }) => keys.some((key) => words.endsWith(key)))
  )
}
