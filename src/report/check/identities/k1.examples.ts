import type { RuleExamples } from '../example.ts'

export const k1Examples: RuleExamples = {
  rule: 'K1',
  examples: [
    {
      title: 'eleven ended out of twelve, and nothing carried over: one is lost',
      given: { cells: { 'requests[received][business]': 12, 'requests[total][business]': 11 } },
      finds: [
        {
          where: 'requests[][business]',
          severity: 'error',
          state: 'fails',
          left: 12,
          right: 11,
          formula: 'received + carriedIn = total + carriedOut',
        },
      ],
    },
    {
      title: 'two carried in and one carried out are part of the balance',
      given: {
        cells: {
          'requests[received][total]': 12,
          'requests[carriedIn][total]': 2,
          'requests[total][total]': 13,
          'requests[carriedOut][total]': 1,
        },
      },
      finds: [],
    },
    {
      title: 'a dash counts as 0 and a remark by its value',
      given: {
        cells: {
          'requests[received][total]': { value: 22, kind: 'remark', text: '22（其中网上16件）' },
          'requests[carriedIn][total]': 'none',
          'requests[total][total]': 22,
        },
      },
      finds: [],
    },
    {
      title: 'a cell that could not be read leaves the column open, and is named',
      given: { cells: { 'requests[received][total]': 12, 'requests[total][total]': 'unreadable' } },
      finds: [
        {
          where: 'requests[][total]',
          state: 'uncertain',
          evidence: {
            terms: { left: [{ where: 'requests[received][total]', value: 12 }], right: [] },
            uncertain: ['requests[total][total]'],
          },
        },
      ],
    },
    {
      title: 'one blank cell among figures leaves the column open',
      given: { cells: { 'requests[carriedOut][naturalPerson]': 'blank' } },
      finds: [{ where: 'requests[][naturalPerson]', state: 'uncertain' }],
    },
    { title: 'a table without any figure is not spoken of', given: { cells: { '*': 'blank' } }, finds: [] },
    { title: 'a file without tables is not spoken of', given: { cells: { '*': 'missing' } }, finds: [] },
  ],
}
