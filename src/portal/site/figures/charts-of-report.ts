import type { Report } from '../../../report/report.ts'
import {
  type RemedyColumnId,
  type RemedyGroupId,
  remedyColumns,
  requestColumns,
  requestRows,
} from '../../../statute/form-2021.ts'
import { formInEnglish } from '../../words/form-en.ts'
import type { SiteView } from '../site-view.ts'
import type { Bar, Chart } from './bar-chart.ts'

/** The charts of a year, out of the cells of its published report. A cell without a number counts as none in a sum of several. */
export function chartsOfReport(
  { requests, remedies, proactive }: Report,
  { language, pageWords }: SiteView,
): readonly Chart[] {
  const english = language === 'en'
  const total = (row: keyof typeof requests): number => requests[row].total.value ?? 0
  const family = (prefix: string) =>
    requestRows.filter(({ id }) => id.startsWith(`${prefix}.`)).reduce((sum, { id }) => sum + total(id), 0)
  const remedy = (groups: readonly RemedyGroupId[], column: RemedyColumnId) =>
    groups.reduce((sum, group) => sum + (remedies[group][column].value ?? 0), 0)
  const results = (groups: readonly RemedyGroupId[]): readonly Bar[] =>
    remedyColumns
      .filter(({ id }) => id !== 'total')
      .map(({ id, label }) => ({
        label: english ? formInEnglish.remedyColumns[id] : label,
        value: remedy(groups, id),
      }))
  return [
    {
      id: 'handling',
      title: pageWords.chartHandling,
      bars: [
        { label: pageWords.granted, value: total('granted') },
        { label: pageWords.partlyGranted, value: total('partlyGranted') },
        { label: pageWords.withheld, value: family('withheld') },
        { label: pageWords.unavailable, value: family('unavailable') },
        { label: pageWords.rejected, value: family('rejected') },
        { label: pageWords.otherOutcome, value: family('other') },
        { label: pageWords.carriedOut, value: total('carriedOut') },
      ],
    },
    {
      id: 'applicants',
      title: pageWords.chartApplicants,
      bars: requestColumns
        .filter(({ id }) => id !== 'total')
        .map(({ id, label }) => ({
          label: english ? formInEnglish.requestColumns[id] : label,
          value: requests.received[id].value ?? 0,
        })),
    },
    { id: 'reconsideration', title: pageWords.chartReconsideration, bars: results(['reconsideration']) },
    {
      id: 'litigation',
      title: pageWords.chartLitigation,
      bars: results(['litigationDirect', 'litigationAfterReconsideration']),
    },
    {
      id: 'documents',
      title: pageWords.chartDocuments,
      bars: [
        { label: pageWords.issued, value: proactive['normativeDocuments.issued'].value ?? 0 },
        { label: pageWords.repealed, value: proactive['normativeDocuments.repealed'].value ?? 0 },
        { label: pageWords.inForce, value: proactive['normativeDocuments.inForce'].value ?? 0 },
      ],
    },
  ]
}
