import type { RemedyGroupId } from '../../../statute/form-2021.ts'
import { valueOfNumber } from '../reading/counts.ts'
import { clausesOf, type Stretch, sentencesOf } from '../reading/sentences.ts'
import type { TextView } from '../reading/text-view.ts'
import { COUNT_REMEDY, DENIAL_ENDS, NO_REMEDY, OF_DISCLOSURE, OTHER_CASES, REMEDY_COUNT } from './remedy-words.ts'
import { CONDITION } from './request-words.ts'

/** What a sentence says of the cases against this agency. `start` and `end` count in the view's text. */
export type RemedyClaim = {
  readonly topic: 'reconsideration' | 'litigation' | 'remedies'
  readonly value: number
  readonly start: number
  readonly end: number
}

export const remedyGroupsOf: Readonly<Record<RemedyClaim['topic'], readonly RemedyGroupId[]>> = {
  reconsideration: ['reconsideration'],
  litigation: ['litigationDirect', 'litigationAfterReconsideration'],
  remedies: ['reconsideration', 'litigationDirect', 'litigationAfterReconsideration'],
}

/** The claims of a section that surely speak of all disclosure cases against this agency in `year`. */
export function findRemedyClaims(view: TextView, year: number | null): readonly RemedyClaim[] {
  return sentencesOf(view.text).flatMap((sentence) => {
    const years = [...sentence.text.matchAll(/((?:19|20)\d{2})年/g)].map((match) => Number(match[1]))
    if (years.some((told) => told !== year)) return []
    if (view.section !== 4 && !OF_DISCLOSURE.test(sentence.text)) return []
    return clausesOf(sentence.text).flatMap((clause) => {
      const placed = { text: clause.text, start: sentence.start + clause.start }
      if (OTHER_CASES.test(clause.text)) return []
      const denied = denials(placed)
      return denied.length > 0 ? denied : counts(placed)
    })
  })
}

function denials({ text, start }: Stretch): readonly RemedyClaim[] {
  return [...text.matchAll(NO_REMEDY)].flatMap((match) => {
    const { groups = '', after = '' } = match.groups ?? {}
    if (!DENIAL_ENDS.test(after) || CONDITION.test(text.slice(0, match.index))) return []
    const end = start + match.index + match[0].length
    return [{ topic: topicOf(groups), value: 0, start: start + match.index, end }]
  })
}

function counts({ text, start }: Stretch): readonly RemedyClaim[] {
  return [REMEDY_COUNT, COUNT_REMEDY].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const value = valueOfNumber(match.groups?.number ?? '')
      const topic = topicOf(match.groups?.groups ?? '')
      // 行政复议、行政诉讼各1件 tells two figures that may be cases of any group: not judged.
      if (value === null || (topic === 'remedies' && value > 0)) return []
      return [{ topic, value, start: start + match.index, end: start + match.index + match[0].length }]
    }),
  )
}

function topicOf(groups: string): RemedyClaim['topic'] {
  const [reconsideration, litigation] = [groups.includes('复议'), groups.includes('诉讼')]
  if (reconsideration && litigation) return 'remedies'
  return litigation ? 'litigation' : 'reconsideration'
}
