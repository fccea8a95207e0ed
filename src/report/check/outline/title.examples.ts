import type { RuleExamples } from '../example.ts'

export const titleExamples: RuleExamples = {
  rule: 'title',
  examples: [
    {
      title: '政府 is missing, and is proposed',
      given: { title: '2024年清河县水务局\n信息公开工作年度报告' },
      finds: [
        {
          where: 'text[0]@0-22',
          severity: 'error',
          evidence: {
            problem: 'words',
            found: '2024年清河县水务局信息公开工作年度报告',
            proposed: '2024年清河县水务局政府信息公开工作年度报告',
          },
        },
      ],
    },
    {
      title: '工作 is missing',
      given: { title: '清河县水务局2024年政府信息公开年度报告' },
      finds: [
        {
          evidence: {
            problem: 'words',
            found: '清河县水务局2024年政府信息公开年度报告',
            proposed: '清河县水务局2024年政府信息公开工作年度报告',
          },
        },
      ],
    },
    {
      title: 'no year',
      given: { title: '清河县水务局政府信息公开工作年度报告' },
      finds: [{ evidence: { problem: 'year', found: '清河县水务局政府信息公开工作年度报告' } }],
    },
    {
      title: 'no agency',
      given: { title: '2024年度政府信息公开工作年度报告' },
      finds: [{ evidence: { problem: 'agency', found: '2024年度政府信息公开工作年度报告' } }],
    },
    {
      title: 'no title at all',
      given: { title: '' },
      finds: [{ where: 'text[0]@0-0', evidence: { problem: 'missing', found: '' } }],
    },
    {
      title: 'broken over lines',
      given: { title: '2024 年清河县人民政府办公室政府信息公开\n工作年度报告' },
      finds: [],
    },
    { title: 'year in the middle or at the end', given: { title: '清河镇政府信息公开工作2024年度报告' }, finds: [] },
    { title: 'full-width digits', given: { title: '清河县人民政府２０２４年政府信息公开工作年度报告' }, finds: [] },
  ],
}
