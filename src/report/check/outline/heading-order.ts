import { cite } from '../../../statute/citation.ts'
import type { Rule } from '../rule.ts'

/** The sections stand in the order of the form; the first that does not is named. */
export const headingOrder: Rule<'heading-order'> = {
  id: 'heading-order',
  severity: 'warning',
  sources: [cite('30号')],
  check: ({ sections }) => {
    const found = sections.map(({ number }) => number)
    const place = found.findIndex((number, i) => i > 0 && number < (found[i - 1] ?? 0))
    if (place < 0) return []
    return [{ where: `text[${found[place]}]@0-0`, evidence: { found } }]
  },
}
