import type { RuleExamples } from '../example.ts'

export const oldFormExamples: RuleExamples = {
  rule: 'old-form',
  examples: [
    {
      title: 'old rows in a report for 2022',
      given: { year: 2022, form: '2019' },
      finds: [{ where: 'proactive', severity: 'warning', evidence: { sign: 'rows' } }],
    },
    {
      title: 'the notice of the old form',
      given: { lead: '按照国办公开办函〔2019〕60号要求编制。' },
      finds: [{ where: 'text[0]@26-41', evidence: { sign: 'notice', found: '国办公开办函〔2019〕60号' } }],
    },
    { title: 'the old form in its own year', given: { year: 2020, form: '2019' }, finds: [] },
    { title: 'the form in force', given: { lead: '按照国办公开办函〔2021〕30号要求编制。' }, finds: [] },
  ],
}
