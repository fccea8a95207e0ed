import type { RuleExamples } from '../example.ts'

export const feeStatementExamples: RuleExamples = {
  rule: 'fee-statement',
  examples: [
    {
      title: 'nothing else to report is no word on fees',
      given: { text: { 6: '无其他需要报告事项。' } },
      finds: [{ where: 'text[6]@0-10', severity: 'warning' }],
    },
    { title: 'no fee was collected', given: { text: { 6: '本年度未收取信息处理费。' } }, finds: [] },
    {
      title: 'the word stands in another section',
      given: { text: { 3: '全年未收取政府信息公开信息处理费。', 6: '无。' } },
      finds: [],
    },
    {
      title: 'administrative fees are no processing fees',
      given: { text: { 1: '公开行政事业性收费目录，受理依申请公开0件。', 6: '无。' } },
      finds: [{ severity: 'warning' }],
    },
  ],
}
