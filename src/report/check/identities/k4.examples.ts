import type { RuleExamples } from '../example.ts'

export const k4Examples: RuleExamples = {
  rule: 'K4',
  examples: [
    {
      title: 'three carried in where the year before carried out two',
      given: {
        cells: { 'requests[carriedIn][total]': 3 },
        previous: { cells: { 'requests[carriedOut][total]': 2 } },
      },
      finds: [{ where: 'requests[carriedIn][total]', severity: 'error', left: 3, right: 2 }],
    },
    {
      title: 'what was carried out comes in again',
      given: {
        cells: { 'requests[carriedIn][total]': 2 },
        previous: { cells: { 'requests[carriedOut][total]': 2 } },
      },
      finds: [],
    },
    {
      title: 'without the report of the year before',
      given: { cells: { 'requests[carriedIn][total]': 3 } },
      finds: [],
    },
    {
      title: 'a report that is not of the year before says nothing',
      given: { cells: { 'requests[carriedIn][total]': 3 }, previous: { year: 2021 } },
      finds: [],
    },
  ],
}
