import { cite } from '../../../statute/citation.ts'
import { headings } from '../../../statute/form-2021.ts'
import { viewsOf } from '../reading/report-views.ts'
import type { Rule } from '../rule.ts'
import { likeness } from './likeness.ts'

/** Short sections are formulas (无其他需要报告的事项) and may well be the same each year. */
const SHORTEST = 80
/** Share of common shingles from which a section counts as last year's. */
const NEARLY_EQUAL = 0.85

/** A section equal or nearly equal to last year's, figures and years aside. */
export const copied: Rule<'copied'> = {
  id: 'copied',
  severity: 'advice',
  sources: [cite('条例47'), cite('30号')],
  check: (report, { previous }) => {
    if (!previous) return []
    const before = viewsOf(previous)
    return viewsOf(report).flatMap(({ section, text, source }) => {
      const same = before.find((view) => view.section === section)
      const [now, then] = [wordsOnly(text), wordsOnly(same?.text ?? '')]
      if (section === 0 || now.length < SHORTEST || then.length < SHORTEST) return []
      const share = likeness(now, then)
      if (share < NEARLY_EQUAL) return []
      const evidence = { similarity: Math.floor(share * 100), heading: headings[section - 1] ?? '' }
      return [{ where: `text[${section}]@0-${source.length}`, evidence }]
    })
  },
}

function wordsOnly(text: string): string {
  return text.replace(/[^\p{Script=Han}]/gu, '')
}
