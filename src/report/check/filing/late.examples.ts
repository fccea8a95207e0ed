import type { RuleExamples } from '../example.ts'

export const lateExamples: RuleExamples = {
  rule: 'late',
  examples: [
    {
      title: 'a department on 1 February',
      given: { publishedOn: '2025-02-01' },
      finds: [
        {
          where: 'text[0]@0-0',
          severity: 'error',
          evidence: { publishedOn: '2025-02-01', deadline: '2025-01-31', binding: true },
        },
      ],
    },
    { title: 'a department on 31 January', given: { publishedOn: '2025-01-31' }, finds: [] },
    { title: 'a government in March', given: { agency: '清河县人民政府', publishedOn: '2025-03-31' }, finds: [] },
    {
      title: 'a government in April',
      given: { agency: '清河县人民政府', publishedOn: '2025-04-01' },
      finds: [{ severity: 'error' }],
    },
    {
      title: 'no day binds a township',
      given: { agency: '清河县柳河镇人民政府', publishedOn: '2025-05-01' },
      finds: [{ severity: 'advice' }],
    },
    { title: 'a day of publication that is not known', given: {}, finds: [] },
  ],
}
