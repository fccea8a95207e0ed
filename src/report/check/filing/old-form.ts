import { cite } from '../../../statute/citation.ts'
import { formForYear } from '../../../statute/form-2019.ts'
import type { Report } from '../../report.ts'
import { viewsOf } from '../reading/report-views.ts'
import { sourceWords, whereIn } from '../reading/text-view.ts'
import type { Rule, RuleFinding } from '../rule.ts'

const OLD_NOTICE = /国办公开办函[〔（【[]?2019[〕）】\]]?60号/g

/** A report for a year of the new form keeps rows of the old one, or cites the notice of the old one. */
export const oldForm: Rule<'old-form'> = {
  id: 'old-form',
  severity: 'warning',
  sources: [cite('30号'), cite('60号')],
  check: (report) => {
    if (report.year === null || formForYear(report.year)?.value !== '2021') return []
    return [...oldRows(report), ...oldNotices(report)]
  },
}

function oldRows(report: Report): readonly RuleFinding<'old-form'>[] {
  if (report.form === '2021') return []
  const { requests } = report
  const keepsOneRow = Object.values(requests['other.feeOverdue']).every(({ kind }) => kind === 'missing')
  const hasTable = Object.values(requests['other.remaining']).some(({ kind }) => kind !== 'missing')
  return [{ where: keepsOneRow && hasTable ? 'requests' : 'proactive', evidence: { sign: 'rows' } }]
}

function oldNotices(report: Report): readonly RuleFinding<'old-form'>[] {
  return viewsOf(report).flatMap((view) =>
    [...view.text.matchAll(OLD_NOTICE)].map((match) => {
      const end = match.index + match[0].length
      const found = sourceWords(view, match.index, end)
      return { where: whereIn(view, match.index, end), evidence: { sign: 'notice', found } } as const
    }),
  )
}
