import { type RemedyColumnId, remedyColumns } from '../../../statute/form-2021.ts'
import type { Report } from '../../report.ts'
import { countOf } from '../identities/identity.ts'
import { viewsOf } from '../reading/report-views.ts'
import { sourceWords, whereIn } from '../reading/text-view.ts'
import type { Rule } from '../rule.ts'
import { statutoryIdentity } from '../statutory-identity.ts'
import { findRemedyClaims, type RemedyClaim, remedyGroupsOf } from './remedy-claims.ts'

const identity = statutoryIdentity('K8')
const SECTIONS: readonly number[] = [1, 4]
const results: readonly RemedyColumnId[] = remedyColumns.map(({ id }) => id).filter((id) => id !== 'total')

/** Cases told in words are those of table three; "none" means fifteen times 0. */
export const k8: Rule<'K8'> = {
  id: 'K8',
  severity: 'warning',
  sources: [identity.citation],
  check: (report) =>
    viewsOf(report)
      .filter(({ section }) => SECTIONS.includes(section))
      .flatMap((view) =>
        findRemedyClaims(view, report.year).flatMap(({ topic, result, value, start, end }) => {
          const accepted = acceptedFigures(report, topic, result)
          const [right] = accepted ?? []
          if (right === undefined || accepted?.includes(value)) return []
          const evidence = { found: sourceWords(view, start, end), topic }
          return [{ where: whereIn(view, start, end), left: value, right, formula: identity.formula, evidence }]
        }),
      ),
}

/** Of a result what stands under it; else the totals printed, what the results come to, and those without cases still pending; null when one is uncertain. */
function acceptedFigures(
  report: Report,
  topic: RemedyClaim['topic'],
  result: RemedyColumnId | undefined,
): readonly number[] | null {
  const sum = (columns: readonly RemedyColumnId[]) =>
    remedyGroupsOf[topic]
      .flatMap((group) => columns.map((column) => countOf(report, { table: 'remedies', group, column })))
      .reduce<number | null>((all, one) => (all === null || one === null ? null : all + one), 0)
  if (result !== undefined) {
    const told = sum([result])
    return told === null ? null : [told]
  }
  const figures = [sum(['total']), sum(results), sum(results.filter((id) => id !== 'pending'))]
  const [total, told, ended] = figures
  if (total == null || told == null || ended == null) return null
  // "None" is only right when nothing stands in the table at all.
  return ended === 0 && told > 0 ? [total || told, told] : [total, told, ended]
}
