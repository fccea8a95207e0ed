import type { RuleExamples } from '../example.ts'

const oneReconsideration = { 'remedies[reconsideration][pending]': 1, 'remedies[reconsideration][total]': 1 }

export const k8Examples: RuleExamples = {
  rule: 'K8',
  examples: [
    {
      title: 'none told, one pending in the table',
      given: { text: { 4: '本年度未发生行政复议、行政诉讼案件。' }, cells: oneReconsideration },
      finds: [{ where: 'text[4]@3-17', severity: 'warning', left: 0, right: 1 }],
    },
    {
      title: 'two told, one in the table',
      given: { text: { 1: '因政府信息公开被提起行政复议2件。' }, cells: oneReconsideration },
      finds: [{ left: 2, right: 1 }],
    },
    {
      title: 'a lawsuit told that the table does not have',
      given: { text: { 1: '我局有1件涉及政府信息公开工作的行政诉讼。' } },
      finds: [{ left: 1, right: 0 }],
    },
    {
      title: 'none at all, told without naming the matter',
      given: {
        text: { 1: '（二）依申请公开。2024年我局无行政复议、行政诉讼情况。', 4: '无行政复议、行政诉讼情况。' },
        cells: oneReconsideration,
      },
      finds: [
        { left: 0, right: 1 },
        { left: 0, right: 1 },
      ],
    },
    {
      title: 'a result told that the table does not have',
      given: {
        text: { 1: '政府信息公开行政复议1件，其中结果维持1件。', 4: '行政复议1件，结果维持0件，尚未审结1件。' },
        cells: oneReconsideration,
      },
      finds: [{ where: 'text[1]@13-21', left: 1, right: 0 }],
    },
    {
      title: 'results of some lawsuits, of another year or of both kinds of case are not judged',
      given: {
        text: {
          1: '政府信息公开行政复议1件、行政诉讼2件，其中结果维持1件。未经复议直接起诉行政诉讼2件，结果维持1件。执法领域无行政复议、行政诉讼情况。',
          4: '行政复议1件，上年办结的结果维持1件。',
        },
        cells: {
          ...oneReconsideration,
          'remedies[litigationDirect][pending]': 2,
          'remedies[litigationDirect][total]': 2,
        },
      },
      finds: [],
    },
    {
      title: 'none told and none in the table',
      given: { text: { 4: '没有因政府信息公开申请行政复议、提起行政诉讼的情况。行政复议0件，行政诉讼0件。' } },
      finds: [],
    },
    {
      title: 'no case lost is not no case',
      given: { text: { 1: '全年未发生因依申请公开被行政复议纠错或行政诉讼败诉情形。' }, cells: oneReconsideration },
      finds: [],
    },
    {
      title: 'reconsideration as the trade of the agency is another matter',
      given: { text: { 1: '全年办理行政复议案件120件，其中涉及政府信息公开的行政复议案件受理5件。' } },
      finds: [],
    },
  ],
}
