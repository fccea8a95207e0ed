import type { RuleExamples } from '../example.ts'

export const accountabilityExamples: RuleExamples = {
  rule: 'accountability',
  examples: [
    {
      title: 'a government that is silent on all three',
      given: { agency: '清河县人民政府', text: { 1: '主动公开信息50条。开展培训。' } },
      finds: [
        { where: 'text[1]@0-0', severity: 'warning', evidence: { missing: ['工作考核', '社会评议', '责任追究'] } },
      ],
    },
    {
      title: 'a government that tells two of three',
      given: { kind: 'government', text: { 1: '纳入绩效考核，开展社会评议。' } },
      finds: [{ evidence: { missing: ['责任追究'] } }],
    },
    { title: 'a government that tells all three', given: { agency: '清河县人民政府' }, finds: [] },
    { title: 'departments do not owe it', given: { text: { 1: '主动公开信息50条。' } }, finds: [] },
    {
      title: 'the office of a government is a department',
      given: { agency: '清河县人民政府办公室', text: { 1: '主动公开信息50条。' } },
      finds: [],
    },
  ],
}
