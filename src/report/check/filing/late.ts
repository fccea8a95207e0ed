import { cite } from '../../../statute/citation.ts'
import { reportDeadline } from '../../../statute/report-deadline.ts'
import { highestLevelOf, kindOf } from '../reading/agency-level.ts'
import type { Rule } from '../rule.ts'

/**
 * Published after the last day that art. 49 sets. Where it is not known whether the agency is a department, the later
 * day of governments is held against it; for a level not known, that of a county.
 */
export const late: Rule<'late'> = {
  id: 'late',
  severity: 'error',
  sources: [cite('条例49')],
  check: ({ agency, year }, context) => {
    const { publishedOn } = context
    if (!publishedOn || year === null) return []
    const kind = context.kind ?? (agency === null ? null : kindOf(agency)) ?? 'government'
    const level = context.level ?? (agency === null ? null : highestLevelOf(agency)) ?? 'county'
    const deadline = reportDeadline(kind, level, year)
    if (!deadline || publishedOn <= deadline.lastDay) return []
    const evidence = { publishedOn, deadline: deadline.lastDay, binding: deadline.binding }
    return [
      deadline.binding
        ? { where: 'text[0]@0-0', evidence }
        : { where: 'text[0]@0-0', severity: 'advice' as const, evidence },
    ]
  },
}
