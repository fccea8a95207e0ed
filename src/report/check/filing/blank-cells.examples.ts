import type { RuleExamples } from '../example.ts'

export const blankCellsExamples: RuleExamples = {
  rule: 'blank-cells',
  examples: [
    {
      title: 'three wholly blank tables are three findings',
      given: { cells: { '*': 'blank' } },
      finds: [
        { where: 'proactive', severity: 'warning' },
        { where: 'requests', severity: 'warning' },
        { where: 'remedies', severity: 'warning' },
      ],
    },
    {
      title: 'the blank cells of a table are counted and named',
      given: { cells: { 'requests[granted][business]': 'blank' } },
      finds: [{ where: 'requests', evidence: { count: 1, of: 175, cells: ['requests[granted][business]'] } }],
    },
    {
      title: 'a dash, a missing and an unreadable cell are not blank',
      given: {
        cells: {
          'proactive[regulations.issued]': 'none',
          'requests[granted][total]': 'missing',
          'remedies[reconsideration][total]': 'unreadable',
        },
      },
      finds: [],
    },
  ],
}
