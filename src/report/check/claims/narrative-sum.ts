import { cite } from '../../../statute/citation.ts'
import { viewsOf } from '../reading/report-views.ts'
import { paragraphsOf, type Stretch } from '../reading/sentences.ts'
import { sourceWords, type TextView, whereIn } from '../reading/text-view.ts'
import type { Rule, RuleFinding } from '../rule.ts'
import { type Breakdown, findBreakdowns, type Part } from './breakdown.ts'
import { CHANNEL, MORE_PARTS, NATURAL_PERSONS, ORGANISATIONS, OVERLAPPING } from './breakdown-words.ts'

const SUM_FORMULA = 'whole = sum of its parts'
const PERCENT_FORMULA = 'percent = part / whole'

/** Parts told in words come to the whole, and percentages to the counts beside them. */
export const narrativeSum: Rule<'narrative-sum'> = {
  id: 'narrative-sum',
  severity: 'warning',
  sources: [cite('条例6')],
  check: (report) =>
    viewsOf(report)
      .filter(({ section }) => section > 0)
      .flatMap((view) =>
        paragraphsOf(view.text).flatMap((paragraph) =>
          findBreakdowns(paragraph.text).flatMap((breakdown) => judge(view, paragraph, breakdown)),
        ),
      ),
}

function judge(
  view: TextView,
  { text, start: offset }: Stretch,
  breakdown: Breakdown,
): readonly RuleFinding<'narrative-sum'>[] {
  const { whole, parts, start, end } = breakdown
  const sum = parts.reduce((all, { value }) => all + value, 0)
  const values = parts.map(({ value }) => value)
  const told = text.slice(start, end)
  const wrong = sum > whole.value ? exceeds(breakdown, values) : sum < whole.value && fallsShort(breakdown, text)
  if (wrong) {
    const found = sourceWords(view, offset + start, offset + end)
    const where = whereIn(view, offset + start, offset + end)
    return [
      {
        where,
        left: whole.value,
        right: sum,
        formula: SUM_FORMULA,
        evidence: { problem: 'sum', found, parts: values },
      },
    ]
  }
  if (sum !== whole.value || told === '') return []
  return parts.flatMap((part) => judgePercent(view, offset, whole.value, part))
}

/** More than the whole, and not because some parts are parts of others. */
function exceeds({ whole, parts }: Breakdown, values: readonly number[]): boolean {
  const overlaps = whole.unit !== '件' && parts.some(({ label }) => OVERLAPPING.test(label))
  return !overlaps && !someComeTo(whole.value, values)
}

/** Less than the whole although all parts are told: all channels, both kinds of applicant, a list in brackets. */
function fallsShort({ whole, parts, bracketed }: Breakdown, text: string): boolean {
  const last = parts.at(-1)
  const remainder = text.slice(last?.end ?? 0, (last?.end ?? 0) + 8)
  if (parts.some(({ label }) => MORE_PARTS.test(label)) || /^[^，。；、]{0,2}等/.test(remainder)) return false
  if (bracketed) return parts.length >= 3 && whole.unit === '件'
  if (/申请/.test(text) && parts.length >= 3 && parts.every(({ label }) => CHANNEL.test(label))) return true
  const [first, second] = parts
  return parts.length === 2 && NATURAL_PERSONS.test(first?.label ?? '') && ORGANISATIONS.test(second?.label ?? '')
}

/** Whether some, but not all, of `values` come to `sum` exactly. */
function someComeTo(sum: number, values: readonly number[]): boolean {
  let reached = new Set([0])
  for (const value of values)
    reached = new Set([...reached, ...[...reached].map((one) => one + value)].filter((one) => one <= sum))
  return reached.has(sum)
}

/** Rounded up or down, and 约 for as much again. */
function judgePercent(
  view: TextView,
  offset: number,
  whole: number,
  part: Part,
): readonly RuleFinding<'narrative-sum'>[] {
  const { percent } = part
  if (!percent || whole === 0) return []
  const actual = (part.value / whole) * 100
  const step = 10 ** -percent.decimals
  if (Math.abs(actual - percent.value) < step * (percent.about ? 2 : 1)) return []
  const right = Math.round(actual / step) * step
  return [
    {
      where: whereIn(view, offset + part.start, offset + part.end),
      left: percent.value,
      right: Number(right.toFixed(percent.decimals)),
      formula: PERCENT_FORMULA,
      evidence: {
        problem: 'percent',
        found: sourceWords(view, offset + part.start, offset + part.end),
        parts: [part.value, whole],
      },
    },
  ]
}
