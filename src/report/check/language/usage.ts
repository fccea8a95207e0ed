import { cite } from '../../../statute/citation.ts'
import { viewsOf } from '../reading/report-views.ts'
import { sourceWords, whereIn } from '../reading/text-view.ts'
import type { Rule } from '../rule.ts'
import { usageWords } from './usage-words.ts'

const patterns = usageWords.map(({ pattern, right }) => ({
  pattern: new RegExp(pattern, 'g'),
  needs: literalOf(pattern),
  right,
}))

/** The longest run of characters that stands in whatever `pattern` matches: outside of groups, classes and alternatives. */
function literalOf({ source }: RegExp): string {
  let outside = source.replace(/\[[^\]]*\]/g, ' ')
  while (/\([^()]*\)/.test(outside)) outside = outside.replace(/\([^()]*\)/g, ' ')
  if (outside.includes('|')) return ''
  const runs = outside.match(/[\u4e00-\u9fff]+(?![?*{\u4e00-\u9fff])/g) ?? []
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '')
}

/** Words of `usage-words.ts` that are wrong where they stand, each with the right one. */
export const usage: Rule<'usage'> = {
  id: 'usage',
  severity: 'warning',
  sources: [cite('条例6')],
  check: (report) =>
    viewsOf(report).flatMap((view) =>
      patterns.flatMap(({ pattern, needs, right }) => {
        if (!view.text.includes(needs)) return []
        return [...view.text.matchAll(pattern)].map((match) => {
          const end = match.index + match[0].length
          const found = sourceWords(view, match.index, end)
          const proposed = typeof right === 'string' ? right : right(match[0])
          return { where: whereIn(view, match.index, end), evidence: { found, proposed } }
        })
      }),
    ),
}
