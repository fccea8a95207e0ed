import { type Count, countsIn } from '../reading/counts.ts'
import { ANOTHER_MEASURE, PARTS_OPEN } from './breakdown-words.ts'

/** A whole told in words with the parts told after it: 共95件，其中A24件、B66件. Places count in the paragraph. */
export type Breakdown = {
  readonly whole: Count
  readonly parts: readonly Part[]
  /** Of parts given in brackets without 其中 or 含: they are all there are. */
  readonly bracketed: boolean
  /** From the whole to the last part. */
  readonly start: number
  readonly end: number
}
export type Part = Count & { readonly label: string; readonly percent: Percent | null }
export type Percent = { readonly value: number; readonly decimals: number; readonly about: boolean }

/** Between whole and 其中 there may stand a remark, but no other sum. */
const FURTHEST_WHOLE = 20

/** The breakdowns of a paragraph of a view. */
export function findBreakdowns(text: string): readonly Breakdown[] {
  if (!/其中|（/.test(text)) return []
  const flat = hideBrackets(text)
  return [...afterAmongThem(text, flat), ...inBrackets(text)]
}

function afterAmongThem(text: string, flat: string): readonly Breakdown[] {
  return [...text.matchAll(PARTS_OPEN)].flatMap((match) => {
    const opens = match.index
    const bracket = openBracketBefore(text, opens)
    // Inside brackets the whole stands before them and the parts end with them.
    const lead = bracket < 0 ? flat.slice(0, opens) : hideBrackets(text.slice(0, bracket))
    const from = opens + match[0].length
    const end = bracket < 0 ? sentenceEnd(flat, from) : closingBracket(text, bracket)
    const whole = lastCount(lead)
    if (!whole || lead.length - whole.end > FURTHEST_WHOLE + bracketLength(text, whole.end, lead.length)) return []
    return breakdown(whole, bracket < 0 ? flat : text, text, from, end, false)
  })
}

/** 3607件（市政府349件、县477件、区216件）. */
function inBrackets(text: string): readonly Breakdown[] {
  return [...text.matchAll(/（([^（）]*)）/g)].flatMap((match) => {
    const [whole] = countsIn(text.slice(0, match.index)).slice(-1)
    if (!whole || whole.end !== match.index || /其中|含|包括|等|如|约/.test(match[1] ?? '')) return []
    return breakdown(whole, text, text, match.index + 1, match.index + match[0].length - 1, true)
  })
}

function breakdown(
  whole: Count,
  searched: string,
  text: string,
  from: number,
  end: number,
  bracketed: boolean,
): readonly Breakdown[] {
  const stretch = searched.slice(from, end)
  const counts = countsIn(stretch).filter(({ unit }) => unit === whole.unit)
  if (!whole.exact || counts.length < 2 || counts.some(({ exact }) => !exact)) return []
  const parts = counts.map((count, i) => {
    const labelFrom = i === 0 ? 0 : (counts[i - 1]?.end ?? 0)
    const label = stretch.slice(labelFrom, count.start).replace(/^.*[，；、：（）]/, '')
    return {
      ...count,
      start: from + count.start,
      end: from + count.end,
      label,
      percent: percentAfter(text, from + count.end),
    }
  })
  const last = parts.at(-1)
  if (!last || parts.some(({ label }) => ANOTHER_MEASURE.test(label))) return []
  return [{ whole, parts, bracketed, start: whole.start, end: last.end }]
}

/** 24件（26%） or 24件，约占总量的26%. */
function percentAfter(text: string, at: number): Percent | null {
  const match = /^(?:（|，)?(约)?(?:占)?(?:[^，。；、\d（）]{0,10})(约)?(\d{1,3}(?:\.(\d+))?)%/.exec(
    text.slice(at, at + 30),
  )
  if (!match?.[3] || (!match[0].startsWith('（') && !match[0].includes('占'))) return null
  return { value: Number(match[3]), decimals: match[4]?.length ?? 0, about: Boolean(match[1] ?? match[2]) }
}

function lastCount(text: string): Count | null {
  return (
    countsIn(text)
      .filter(({ unit }) => unit !== '%')
      .at(-1) ?? null
  )
}

/** The same text with what stands in brackets, and the brackets, blotted out; places stay. */
function hideBrackets(text: string): string {
  return text.replace(/（[^（）]*）/g, (inside) => ' '.repeat(inside.length))
}

function bracketLength(text: string, from: number, to: number): number {
  return [...text.slice(from, to).matchAll(/（[^（）]*）/g)].reduce((sum, match) => sum + match[0].length, 0)
}

function openBracketBefore(text: string, at: number): number {
  const open = text.lastIndexOf('（', at)
  return open > text.lastIndexOf('）', at) ? open : -1
}

function closingBracket(text: string, open: number): number {
  const close = text.indexOf('）', open)
  return close < 0 ? text.length : close
}

function sentenceEnd(text: string, from: number): number {
  const end = text.slice(from).search(/[。！？\n]/)
  return end < 0 ? text.length : from + end
}
