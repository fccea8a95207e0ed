import type { RuleExamples } from '../example.ts'

const lapsed = { 'requests[other.feeOverdue][total]': 2, 'requests[total][total]': 2 }

export const k9Examples: RuleExamples = {
  rule: 'K9',
  examples: [
    {
      title: 'requests lapsed for an unpaid fee, but no notice was sent',
      given: { text: { 6: '本年度未发出收费通知。' }, cells: lapsed },
      finds: [{ where: 'text[6]@0-11', severity: 'warning', left: 2, right: 0 }],
    },
    {
      title: 'section six forgets the notices',
      given: { text: { 6: '未收取信息处理费。' }, cells: lapsed },
      finds: [{ left: 2 }],
    },
    {
      title: 'notices were sent',
      given: { text: { 6: '发出收费通知3件，总金额600元，实际收取100元。' }, cells: lapsed },
      finds: [],
    },
    {
      title: 'money that was collected was asked for',
      given: { text: { 6: '全年实际收取信息处理费共计400元。' }, cells: lapsed },
      finds: [],
    },
    { title: 'nothing lapsed, nothing sent', given: { text: { 6: '未发出收费通知。' } }, finds: [] },
  ],
}
