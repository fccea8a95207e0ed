import type { RuleExamples } from '../example.ts'

export const k6Examples: RuleExamples = {
  rule: 'K6',
  examples: [
    {
      title: 'a negative count',
      given: { cells: { 'requests[granted][total]': -1 } },
      finds: [{ where: 'requests[granted][total]', severity: 'error', left: -1 }],
    },
    {
      title: 'half a document',
      given: { cells: { 'proactive[normativeDocuments.issued]': 1.5 } },
      finds: [{ where: 'proactive[normativeDocuments.issued]', left: 1.5 }],
    },
    {
      title: 'a negative fee',
      given: { cells: { 'proactive[fees.amount]': -0.5 } },
      finds: [{ where: 'proactive[fees.amount]' }],
    },
    { title: 'a fee with decimals', given: { cells: { 'proactive[fees.amount]': 7730.28 } }, finds: [] },
  ],
}
