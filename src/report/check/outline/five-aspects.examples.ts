import type { RuleExamples } from '../example.ts'

export const fiveAspectsExamples: RuleExamples = {
  rule: 'five-aspects',
  examples: [
    {
      title: 'only what was published is told',
      given: { text: { 1: '全年主动公开信息50条。' } },
      finds: [
        {
          where: 'text[1]@0-0',
          severity: 'warning',
          evidence: { missing: ['依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'] },
        },
      ],
    },
    {
      title: 'the aspects in other words, without headings',
      given: {
        text: { 1: '在门户网站发布各类信息50条。收到公开政府信息的申请0件。严格执行三审三校。领导小组定期检查。' },
      },
      finds: [],
    },
    { title: 'an excerpt may have said the rest', given: { text: { 1: '主动公开信息50条。\n……' } }, finds: [] },
    { title: 'a missing section one is told elsewhere', given: { text: { 1: null } }, finds: [] },
  ],
}
