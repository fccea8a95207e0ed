import { cite } from '../../../statute/citation.ts'
import { ClaimedPlaces } from '../reading/claimed-places.ts'
import { viewsOf } from '../reading/report-views.ts'
import { sourceWords, type TextView, whereIn } from '../reading/text-view.ts'
import type { Rule, RuleFinding } from '../rule.ts'
import { type RepetitionPattern, repetitionPatterns } from './repetition-patterns.ts'

/** 的的, 资金资金, 政府信息公开的信息公开: words set twice. Legitimate reduplication (AABB, 一项一项) is left alone. */
export const repetition: Rule<'repetition'> = {
  id: 'repetition',
  severity: 'warning',
  sources: [cite('条例6')],
  check: (report) => viewsOf(report).flatMap(findRepetitions),
}

function findRepetitions(view: TextView): readonly RuleFinding<'repetition'>[] {
  // A character of two units would make the lengths wrong.
  const isCounted = !/[\ud800-\udfff]/.test(view.text)
  const known = new Map<RepetitionPattern['repeats'], boolean>()
  const likely = repetitionPatterns.filter(({ repeats }) => {
    const stands = known.get(repeats) ?? (!isCounted || mayStand(view.text, repeats))
    known.set(repeats, stands)
    return stands
  })
  if (likely.length === 0) return []
  const places = new ClaimedPlaces(view.text.length)
  return likely.flatMap(({ pattern, keeps }) =>
    [...view.text.matchAll(pattern)].flatMap((match) => {
      const [start, end] = [match.index, match.index + match[0].length]
      if (!places.claim(start, end)) return []
      const found = sourceWords(view, start, end)
      return [{ where: whereIn(view, start, end), evidence: { found, proposed: keeps(match) } }]
    }),
  )
}

/**
 * Whether some words of the lengths told come again at the distance told: a plain comparison, which rules out most patterns
 * of most texts for a fraction of what it costs to search for them. Of a run that long one unit in every `length` is looked at.
 */
function mayStand(text: string, { least, most, apart }: RepetitionPattern['repeats']): boolean {
  for (let length = least; length <= most; length++) {
    const distance = length + apart
    const isSame = (at: number) => text.charCodeAt(at) === text.charCodeAt(at - distance)
    for (let at = distance + length - 1; at < text.length; at += length) {
      if (!isSame(at)) continue
      let start = at
      let end = at + 1
      while (start > distance && isSame(start - 1)) start--
      while (end < text.length && isSame(end)) end++
      if (end - start >= length) return true
    }
  }
  return false
}
