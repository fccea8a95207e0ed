import type { RuleExamples } from '../example.ts'

export const headingOrderExamples: RuleExamples = {
  rule: 'heading-order',
  examples: [
    {
      title: 'section three before section two',
      given: { order: [1, 3, 2, 4, 5, 6] },
      finds: [{ where: 'text[2]@0-0', severity: 'warning', evidence: { found: [1, 3, 2, 4, 5, 6] } }],
    },
    { title: 'one left out is not out of order', given: { order: [1, 2, 4, 5, 6] }, finds: [] },
  ],
}
