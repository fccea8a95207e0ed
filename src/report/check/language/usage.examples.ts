import type { Example, RuleExamples } from '../example.ts'
import { usageWords } from './usage-words.ts'

/** Every word of the list proves itself and spares its neighbour. */
const ofEveryWord: readonly Example[] = usageWords.flatMap(({ pattern, proves, spares }) => [
  { title: `${pattern.source} is found in its proof`, given: { text: { 5: proves } }, finds: [{ rule: 'usage' }] },
  { title: `${pattern.source} spares its neighbour`, given: { text: { 5: spares } }, finds: [] },
])

export const usageExamples: RuleExamples = {
  rule: 'usage',
  examples: [
    {
      title: '截止 before a point in time is 截至',
      given: { text: { 5: '截止2024年12月31日，公开3条。' } },
      finds: [{ where: 'text[5]@0-2', severity: 'warning', evidence: { found: '截止', proposed: '截至' } }],
    },
    {
      title: '截止到 is 截至 as well',
      given: { text: { 5: '截止到2024年底，公开3条。' } },
      finds: [{ where: 'text[5]@0-3', evidence: { found: '截止到', proposed: '截至' } }],
    },
    {
      title: 'a document number without its brackets',
      given: { text: { 5: '国办公开办函202130 号' } },
      finds: [{ evidence: { found: '国办公开办函202130 号', proposed: '国办公开办函〔2021〕30号' } }],
    },
    ...ofEveryWord,
  ],
}
