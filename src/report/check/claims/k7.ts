import { viewsOf } from '../reading/report-views.ts'
import { sourceWords, whereIn } from '../reading/text-view.ts'
import type { Rule } from '../rule.ts'
import { statutoryIdentity } from '../statutory-identity.ts'
import { findRequestClaims } from './request-claims.ts'
import { acceptedFigures } from './request-figures.ts'

const identity = statutoryIdentity('K7')
/** Where a report tells its requests in words: the overview, and the prose around table two. */
const SECTIONS: readonly number[] = [1, 3]

/** Requests told in words are those of table two. Where a cell is uncertain the words are not judged. */
export const k7: Rule<'K7'> = {
  id: 'K7',
  severity: 'warning',
  sources: [identity.citation],
  check: (report) =>
    viewsOf(report)
      .filter(({ section }) => SECTIONS.includes(section))
      .flatMap((view) =>
        findRequestClaims(view, report.year).flatMap(({ topics, value, start, end }) => {
          const accepted = acceptedFigures(report, topics)
          if (!accepted || accepted.includes(value)) return []
          const [right] = accepted
          return [
            {
              where: whereIn(view, start, end),
              left: value,
              ...(right === undefined ? {} : { right }),
              formula: identity.formula,
              evidence: { found: sourceWords(view, start, end), topic: topics.join('+'), accepted },
            },
          ]
        }),
      ),
}
