import type { RuleExamples } from '../example.ts'

export const repetitionExamples: RuleExamples = {
  rule: 'repetition',
  examples: [
    {
      title: 'disclosure of disclosure',
      given: { text: { 5: '我局政府信息公开的信息公开宣传力度不够。' } },
      finds: [
        {
          where: 'text[5]@2-13',
          severity: 'warning',
          evidence: { found: '政府信息公开的信息公开', proposed: '政府信息公开' },
        },
      ],
    },
    {
      title: 'doubled particles and words',
      given: { text: { 5: '重大政策的的出台，问题是是人手不足，科技计划资金资金分配，清河乡乡人民政府。' } },
      finds: [
        { evidence: { found: '资金资金', proposed: '资金' } },
        { evidence: { found: '的的', proposed: '的' } },
        { evidence: { found: '是是', proposed: '是' } },
        { evidence: { found: '乡乡', proposed: '乡' } },
      ],
    },
    {
      title: 'reduplication, compounds and list breaks that are right',
      given: {
        text: {
          1: '的的确确做到一项一项落实，红红火火，实实在在，于是是否公开由工作工作组定，政府信息信息化，许许多多，推进进度，申请申请表。\n申请表说明了了解渠道，及时时效，研究研究生申请',
        },
      },
      finds: [],
    },
  ],
}
