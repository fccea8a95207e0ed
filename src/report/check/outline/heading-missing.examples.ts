import type { RuleExamples } from '../example.ts'

export const headingMissingExamples: RuleExamples = {
  rule: 'heading-missing',
  examples: [
    {
      title: 'a report without section five',
      given: { text: { 5: null } },
      finds: [{ where: 'text[5]@0-0', severity: 'error', evidence: { heading: '五、存在的主要问题及改进情况' } }],
    },
    { title: 'all six', given: {}, finds: [] },
  ],
}
