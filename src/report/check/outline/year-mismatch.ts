import { cite } from '../../../statute/citation.ts'
import type { Report } from '../../report.ts'
import { viewsOf } from '../reading/report-views.ts'
import { paragraphsOf, sentencesOf } from '../reading/sentences.ts'
import { sourceWords, type TextView, whereIn } from '../reading/text-view.ts'
import type { Rule, RuleFinding, YearPlace } from '../rule.ts'
import { AS_OF, COMPARES_YEARS, NAMES_YEAR, PERIOD, STATEMENT } from './year-words.ts'

/** Where this year is surely meant - title, period of the figures, what was done "in …年" - it is this year. */
export const yearMismatch: Rule<'year-mismatch'> = {
  id: 'year-mismatch',
  severity: 'error',
  sources: [cite('条例49'), cite('30号')],
  check: (report) => {
    const { year } = report
    if (year === null) return []
    return [...inTitle(report, year), ...viewsOf(report).flatMap((view) => inText(view, year))]
  },
}

function inTitle(report: Report, year: number): readonly RuleFinding<'year-mismatch'>[] {
  const [view] = viewsOf(report)
  const title = report.preamble.title
  const at = report.preamble.text.indexOf(title)
  if (!view || title === '' || at < 0) return []
  const end = at + title.length
  return [...view.text.matchAll(/((?:19|20)\d{2})年?(?!\d)/g)].flatMap((match) => {
    const origin = view.origins[match.index] ?? end
    return origin >= at && origin < end ? found(view, match.index, match[0], match[1], year, 'title') : []
  })
}

function inText(view: TextView, year: number): readonly RuleFinding<'year-mismatch'>[] {
  if (!NAMES_YEAR.test(view.text)) return []
  return paragraphsOf(view.text).flatMap((paragraph) =>
    sentencesOf(paragraph.text).flatMap((sentence) => {
      if (!NAMES_YEAR.test(sentence.text)) return []
      const start = paragraph.start + sentence.start
      const find = (pattern: RegExp, place: YearPlace) =>
        [...sentence.text.matchAll(pattern)].flatMap((match) => yearsOf(match, view, start, year, place))
      // A paragraph that names this year as well may be setting years side by side.
      const looksBack = COMPARES_YEARS.test(sentence.text) || paragraph.text.includes(`${year}年`)
      return [
        ...find(PERIOD, 'period'),
        ...(looksBack ? [] : [...find(STATEMENT, 'statement'), ...find(AS_OF, 'statement')]),
      ]
    }),
  )
}

/** Each year named in `match` that is not this one; statements look at past years only, plans may name the next. */
function yearsOf(
  match: RegExpMatchArray,
  view: TextView,
  start: number,
  year: number,
  place: YearPlace,
): readonly RuleFinding<'year-mismatch'>[] {
  return [...match[0].matchAll(/((?:19|20)\d{2})年/g)].flatMap((one) => {
    if (place === 'statement' && Number(one[1]) > year) return []
    return found(view, start + (match.index ?? 0) + one.index, one[0], one[1], year, place)
  })
}

function found(
  view: TextView,
  at: number,
  words: string,
  told: string | undefined,
  year: number,
  place: YearPlace,
): readonly RuleFinding<'year-mismatch'>[] {
  if (Number(told) === year) return []
  const end = at + words.length
  return [
    {
      where: whereIn(view, at, end),
      left: Number(told),
      right: year,
      formula: 'year told = year of the report',
      evidence: { found: sourceWords(view, at, end), proposed: words.replace(told ?? '', String(year)), place },
    },
  ]
}
