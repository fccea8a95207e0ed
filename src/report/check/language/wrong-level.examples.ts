import type { RuleExamples } from '../example.ts'

export const wrongLevelExamples: RuleExamples = {
  rule: 'wrong-level',
  examples: [
    {
      title: 'a county bureau that leads the whole province',
      given: { text: { 1: '（一）组织推动全省政府信息公开工作。' } },
      finds: [
        {
          where: 'text[1]@3-17',
          severity: 'warning',
          evidence: { found: '组织推动全省政府信息公开工作', claimed: 'province', own: 'county' },
        },
      ],
    },
    {
      title: 'a bureau of a level that is said',
      given: { agency: null, level: 'township', text: { 1: '推进全县政务公开工作。' } },
      finds: [{ evidence: { found: '推进全县政务公开工作', claimed: 'county', own: 'township' } }],
    },
    {
      title: 'a county bureau that counts for the whole province',
      given: { text: { 1: '2024年，全省共收到政府信息公开申请3件。' } },
      finds: [{ evidence: { found: '全省共收到', claimed: 'province', own: 'county' } }],
    },
    {
      title: 'a provincial office speaks of its province',
      given: { agency: '江南省水利厅', text: { 1: '推进全省政务公开工作。' } },
      finds: [],
    },
    {
      title: 'what others hold, ask or rank',
      given: {
        text: {
          1: '参加全省政务公开工作会议，按照推进全省政务公开工作要求落实，在全省率先公开，全省排名第一，省政府指导全省政府信息公开工作。',
        },
      },
      finds: [],
    },
    {
      title: 'a city may be a county-level city or a prefecture: the higher is assumed',
      given: { agency: '清河市水务局', text: { 1: '推进全市政务公开工作。' } },
      finds: [],
    },
  ],
}
