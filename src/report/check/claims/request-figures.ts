import type { RequestColumnId, RequestRowId } from '../../../statute/form-2021.ts'
import type { OutcomeId } from '../../../statute/outcomes.ts'
import { outcomes } from '../../../statute/outcomes.ts'
import type { Report } from '../../report.ts'
import { countOf } from '../identities/identity.ts'
import type { RequestTopic } from './request-claims.ts'

/** The figures of table two that words on `topic` may rightly give, the plainest first; null when one is uncertain. */
export function acceptedFigures(report: Report, topics: readonly RequestTopic[]): readonly number[] | null {
  const [only] = topics
  if (topics.length === 1 && only) return figuresFor(report, only)
  return only === undefined ? null : known(addUp(topics.map((topic) => figuresFor(report, topic)?.[0] ?? null)))
}

function figuresFor(report: Report, topic: RequestTopic): readonly number[] | null {
  const total = (row: RequestRowId) => figure(report, row, 'total')
  switch (topic) {
    case 'received':
      return known(total('received'), addUp([total('received'), total('carriedIn')]))
    case 'newlyReceived':
      return known(total('received'))
    case 'carriedIn':
      return known(total('carriedIn'))
    case 'carriedOut':
      return known(total('carriedOut'))
    case 'answered':
      // All answers; those to this year's requests; and without the cases that ended without an answer.
      return known(
        total('total'),
        subtract(total('total'), total('carriedIn')),
        subtract(total('total'), outcomeGroup(report, ['other'])),
        total('received'),
      )
    case 'granted':
      // 同意公开 may take in what was disclosed in part.
      return known(total('granted'), addUp([total('granted'), total('partlyGranted')]))
    case 'partlyGranted':
      return known(total(topic))
    case 'withheld':
    case 'unavailable':
    case 'rejected':
    case 'other':
      return known(outcomeGroup(report, [topic]))
    case 'organisations':
      return applicants(report, ['business', 'researchInstitute', 'socialWelfare', 'legalService', 'otherOrganisation'])
    default:
      return applicants(report, [topic])
  }
}

function figure(report: Report, row: RequestRowId, column: RequestColumnId): number | null {
  return countOf(report, { table: 'requests', row, column })
}

/** The rows under a heading such as 不予公开, added up. */
function outcomeGroup(report: Report, groups: readonly string[]): number | null {
  const rows = outcomes.filter(({ id }) => groups.includes(id.split('.')[0] ?? '')).map(({ id }): OutcomeId => id)
  return addUp(rows.map((row) => figure(report, row, 'total')))
}

/** Requests of some kinds of applicant: received, with those carried in, or ended. */
function applicants(report: Report, columns: readonly RequestColumnId[]): readonly number[] | null {
  const of = (row: RequestRowId) => addUp(columns.map((column) => figure(report, row, column)))
  return known(of('received'), addUp([of('received'), of('carriedIn')]), of('total'))
}

function addUp(figures: readonly (number | null)[]): number | null {
  return figures.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0)
}

function subtract(from: number | null, figure: number | null): number | null {
  return from === null || figure === null ? null : from - figure
}

function known(...figures: readonly (number | null)[]): readonly number[] | null {
  const certain = figures.filter((one) => one !== null)
  return certain.length === figures.length ? certain : null
}
