import type { RuleExamples } from '../example.ts'

export const k2Examples: RuleExamples = {
  rule: 'K2',
  examples: [
    {
      title: 'a total that leaves one outcome out',
      given: {
        cells: {
          'requests[granted][total]': 5,
          'requests[unavailable.notHeld][total]': 2,
          'requests[total][total]': 5,
        },
      },
      finds: [{ where: 'requests[][total]', severity: 'error', left: 5, right: 7 }],
    },
    {
      title: 'a total of outcomes from several groups',
      given: {
        cells: {
          'requests[granted][business]': 5,
          'requests[withheld.stateSecret][business]': 1,
          'requests[other.remaining][business]': 2,
          'requests[total][business]': 8,
        },
      },
      finds: [],
    },
    {
      title: 'rows that the old form lacks count as 0',
      given: {
        form: 'mixed',
        cells: {
          ...Object.fromEntries(
            ['other.correctionOverdue', 'other.feeOverdue'].flatMap((row) =>
              [
                'naturalPerson',
                'business',
                'researchInstitute',
                'socialWelfare',
                'legalService',
                'otherOrganisation',
                'total',
              ].map((column) => [`requests[${row}][${column}]`, 'missing'] as const),
            ),
          ),
          'requests[other.remaining][total]': 3,
          'requests[total][total]': 3,
        },
      },
      finds: [],
    },
    {
      title: 'the same rows gone from the form in force leave it open',
      given: { cells: { 'requests[other.feeOverdue][total]': 'missing' } },
      finds: [{ where: 'requests[][total]', state: 'uncertain' }],
    },
  ],
}
