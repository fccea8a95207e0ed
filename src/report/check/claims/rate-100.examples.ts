import type { RuleExamples } from '../example.ts'

const carriedOver = { 'requests[received][total]': 3, 'requests[total][total]': 2, 'requests[carriedOut][total]': 1 }

export const rate100Examples: RuleExamples = {
  rule: 'rate-100',
  examples: [
    {
      title: 'everything closed while one was carried over',
      given: { text: { 1: '政府信息公开申请办结率达100%。' }, cells: carriedOver },
      finds: [{ where: 'text[1]@8-16', severity: 'warning', left: 100, right: 1 }],
    },
    {
      title: 'closed in time does not contradict',
      given: { text: { 1: '政府信息公开申请按时办结率100%，按期答复率100%。' }, cells: carriedOver },
      finds: [],
    },
    { title: 'nothing was carried over', given: { text: { 1: '政府信息公开申请办结率100%。' } }, finds: [] },
    {
      title: 'messages are no requests',
      given: { text: { 1: '网民留言办结率100%。' }, cells: carriedOver },
      finds: [],
    },
  ],
}
