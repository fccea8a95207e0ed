import type { RuleExamples } from '../example.ts'

export const headingNumberExamples: RuleExamples = {
  rule: 'heading-number',
  examples: [
    {
      title: '3、 among 一、二、',
      given: { headings: { 3: '3、 收到和处理政府信息公开申请情况' } },
      finds: [
        {
          where: 'text[3]@0-0',
          severity: 'warning',
          evidence: { found: '3、', proposed: '三、', heading: '3、 收到和处理政府信息公开申请情况' },
        },
      ],
    },
    {
      title: 'a number of another section',
      given: { headings: { 5: '四、存在的主要问题及改进情况' } },
      finds: [{ evidence: { found: '四、', proposed: '五、', heading: '四、存在的主要问题及改进情况' } }],
    },
    {
      title: 'spaces, a full stop for 、 and other words are no matter of the number',
      given: { headings: { 1: ' 一 、总体情况', 2: '二.主动公开政府信息情况', 5: '五、存在问题及改进情况' } },
      finds: [],
    },
    { title: 'numbers made by the list are not in the text', given: { headings: { 1: '总体情况' } }, finds: [] },
  ],
}
