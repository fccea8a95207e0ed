import { cite } from '../../../statute/citation.ts'
import { ClaimedPlaces } from '../reading/claimed-places.ts'
import { viewsOf } from '../reading/report-views.ts'
import { sourceWords, type TextView, whereIn } from '../reading/text-view.ts'
import type { Rule, RuleFinding } from '../rule.ts'
import { repetitionPatterns } from './repetition-patterns.ts'

/** 的的, 资金资金, 政府信息公开的信息公开: words set twice. Legitimate reduplication (AABB, 一项一项) is left alone. */
export const repetition: Rule<'repetition'> = {
  id: 'repetition',
  severity: 'warning',
  sources: [cite('条例6')],
  check: (report) => viewsOf(report).flatMap(findRepetitions),
}

function findRepetitions(view: TextView): readonly RuleFinding<'repetition'>[] {
  const places = new ClaimedPlaces(view.text.length)
  return repetitionPatterns.flatMap(({ pattern, keeps }) =>
    [...view.text.matchAll(pattern)].flatMap((match) => {
      const [start, end] = [match.index, match.index + match[0].length]
      if (!places.claim(start, end)) return []
      const found = sourceWords(view, start, end)
      return [{ where: whereIn(view, start, end), evidence: { found, proposed: keeps(match) } }]
    }),
  )
}
