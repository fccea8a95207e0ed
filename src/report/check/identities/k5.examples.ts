import type { RuleExamples } from '../example.ts'

export const k5Examples: RuleExamples = {
  rule: 'K5',
  examples: [
    {
      title: 'a total of 0 beside eleven cases',
      given: { cells: { 'remedies[reconsideration][upheld]': 10, 'remedies[reconsideration][overturned]': 1 } },
      finds: [{ where: 'remedies[reconsideration]', severity: 'error', left: 0, right: 11 }],
    },
    {
      title: 'the four results of a group add up',
      given: {
        cells: {
          'remedies[litigationDirect][upheld]': 16,
          'remedies[litigationDirect][pending]': 27,
          'remedies[litigationDirect][total]': 43,
        },
      },
      finds: [],
    },
  ],
}
