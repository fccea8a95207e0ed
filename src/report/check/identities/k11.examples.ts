import type { RuleExamples } from '../example.ts'

export const k11Examples: RuleExamples = {
  rule: 'K11',
  examples: [
    {
      title: 'ten in force, two made, one repealed: eleven, not twelve',
      given: {
        cells: {
          'proactive[normativeDocuments.issued]': 2,
          'proactive[normativeDocuments.repealed]': 1,
          'proactive[normativeDocuments.inForce]': 12,
        },
        previous: { cells: { 'proactive[normativeDocuments.inForce]': 10 } },
      },
      finds: [{ where: 'proactive[normativeDocuments.inForce]', severity: 'warning', left: 12, right: 11 }],
    },
    {
      title: 'documents in force follow from the year before',
      given: {
        cells: { 'proactive[regulations.issued]': 1, 'proactive[regulations.inForce]': 4 },
        previous: { cells: { 'proactive[regulations.inForce]': 3 } },
      },
      finds: [],
    },
  ],
}
