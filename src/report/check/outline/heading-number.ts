import { cite } from '../../../statute/citation.ts'
import { headings } from '../../../statute/form-2021.ts'
import type { Rule } from '../rule.ts'

/** 3、, （三）, 第三部分, or a Chinese numeral; what stands before the words of a heading. */
const NUMBER = /^\s*(?:第?[（(]?(?:[一二三四五六七八九十]{1,3}|[\d０-９]{1,2})[)）]?(?:部分|章)?\s*[、.．,，:：]?)/
/** The numeral as the form writes it; a full stop or a space for 、 is a matter of type, not of order. */
const AS_THE_FORM = /^([一二三四五六])\s*[、.．,，]?$/

/**
 * A section is numbered 一、 to 六、. A heading without any number passes: lists of Word and of web pages number
 * themselves, and their numbers are not in the text.
 */
export const headingNumber: Rule<'heading-number'> = {
  id: 'heading-number',
  severity: 'warning',
  sources: [cite('30号')],
  check: ({ sections }) =>
    sections.flatMap(({ number, heading }) => {
      const statutory = headings[number - 1]
      const found = NUMBER.exec(heading)?.[0].trim()
      if (!statutory || !found) return []
      const proposed = statutory.slice(0, 2)
      if (AS_THE_FORM.exec(found)?.[1] === proposed.charAt(0)) return []
      return [{ where: `text[${number}]@0-0`, evidence: { found, proposed, heading: heading.trim() } }]
    }),
}
