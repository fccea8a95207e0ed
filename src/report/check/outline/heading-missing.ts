import { cite } from '../../../statute/citation.ts'
import { headings } from '../../../statute/form-2021.ts'
import type { Rule } from '../rule.ts'

/** Each of the six sections has its heading. */
export const headingMissing: Rule<'heading-missing'> = {
  id: 'heading-missing',
  severity: 'error',
  sources: [cite('30号'), cite('条例50')],
  check: ({ sections }) =>
    headings.flatMap((heading, i) =>
      sections.some(({ number }) => number === i + 1) ? [] : [{ where: `text[${i + 1}]@0-0`, evidence: { heading } }],
    ),
}
