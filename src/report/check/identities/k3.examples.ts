import type { RuleExamples } from '../example.ts'

export const k3Examples: RuleExamples = {
  rule: 'K3',
  examples: [
    {
      title: 'nine persons and two businesses are not ten',
      given: {
        cells: {
          'requests[granted][naturalPerson]': 9,
          'requests[granted][business]': 2,
          'requests[granted][total]': 10,
        },
      },
      finds: [{ where: 'requests[granted]', severity: 'error', left: 10, right: 11 }],
    },
    {
      title: 'the six kinds of applicant add up',
      given: {
        cells: {
          'requests[received][naturalPerson]': 9,
          'requests[received][legalService]': 2,
          'requests[received][total]': 11,
        },
      },
      finds: [],
    },
    {
      title: 'blank columns beside a total leave the row open',
      given: { cells: { 'requests[received][business]': 'blank', 'requests[received][total]': 1 } },
      finds: [{ where: 'requests[received]', state: 'uncertain' }],
    },
  ],
}
