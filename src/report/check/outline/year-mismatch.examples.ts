import type { RuleExamples } from '../example.ts'

export const yearMismatchExamples: RuleExamples = {
  rule: 'year-mismatch',
  examples: [
    {
      title: 'the period of the figures is that of another year',
      given: { lead: '本报告所列数据的统计期限为2023年1月1日至2023年12月31日。' },
      finds: [
        { where: 'text[0]@37-42', severity: 'error', left: 2023, right: 2024 },
        { left: 2023, right: 2024 },
      ],
    },
    {
      title: 'what was done is told of another year',
      given: { text: { 1: '2023年，我局共主动公开政府信息36条。' } },
      finds: [{ where: 'text[1]@0-5', evidence: { found: '2023年', proposed: '2024年', place: 'statement' } }],
    },
    {
      title: 'the title names another year than the report is of',
      given: { title: '清河县水务局2023年政府信息公开工作年度报告' },
      finds: [{ where: 'text[0]@6-11', evidence: { found: '2023年', proposed: '2024年', place: 'title' } }],
    },
    {
      title: 'the figures are as of the end of another year',
      given: { text: { 1: '截至2023年12月31日，主动公开政府信息36条。' } },
      finds: [{ where: 'text[1]@2-7' }],
    },
    {
      title: 'two years side by side',
      given: { text: { 1: '2023年，我局共主动公开政府信息100条。2024年，增至120条。' } },
      finds: [],
    },
    {
      title: 'documents, laws, comparisons, plans and looks back may name any year',
      given: {
        lead: '根据《通知》（国办公开办函〔2021〕30号）和2019年修订的条例编制。统计期限为2024年1月1日至12月31日。',
        text: {
          1: '2023年以来，我局持续推进公开。与2023年相比，主动公开增长10%。截至2025年1月15日，本报告已公布。落实2021-2025年规划。',
          5: '2023年存在的问题已经整改。2025年，我局将主动公开更多信息。',
        },
      },
      finds: [],
    },
    {
      title: 'a report whose year is not known',
      given: { year: null, lead: '统计期限为2023年1月1日至12月31日。' },
      finds: [],
    },
  ],
}
