import { type AgencyLevel, agencyLevels } from '../../../statute/agency-rank.ts'
import { cite } from '../../../statute/citation.ts'
import { highestLevelOf } from '../reading/agency-level.ts'
import { viewsOf } from '../reading/report-views.ts'
import { clausesOf } from '../reading/sentences.ts'
import { sourceWords, whereIn } from '../reading/text-view.ts'
import type { Rule } from '../rule.ts'
import { claimedLevels, OWN_DOING, OWN_SUBJECT, SPEAKS_OF_OTHERS } from './wrong-level-words.ts'

/** What is looked for names one of the areas, and most clauses name none. */
const NAMES_AREA = new RegExp(Object.keys(claimedLevels).join('|'))

/** A bureau claims the work of a level above its own: 组织推动全省政府信息公开工作 in a district's report. */
export const wrongLevel: Rule<'wrong-level'> = {
  id: 'wrong-level',
  severity: 'warning',
  sources: [cite('条例49')],
  check: (report, context) => {
    const own = context.level ?? (report.agency === null ? null : highestLevelOf(report.agency))
    if (own === null) return []
    return viewsOf(report).flatMap((view) => {
      if (!NAMES_AREA.test(view.text)) return []
      return clausesOf(view.text).flatMap((clause) => {
        if (!NAMES_AREA.test(clause.text) || SPEAKS_OF_OTHERS.test(clause.text)) return []
        const match = OWN_DOING.exec(clause.text) ?? OWN_SUBJECT.exec(clause.text)
        const claimed = match?.groups?.area && claimedLevels[match.groups.area]
        if (!match || !claimed || !isAbove(claimed, own)) return []
        const start = clause.start + match.index
        const end = start + match[0].length
        return [{ where: whereIn(view, start, end), evidence: { found: sourceWords(view, start, end), claimed, own } }]
      })
    })
  },
}

function isAbove(claimed: AgencyLevel, own: AgencyLevel): boolean {
  return agencyLevels.indexOf(claimed) > agencyLevels.indexOf(own)
}
