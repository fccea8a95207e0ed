import { type RemedyColumnId, type RemedyGroupId, remedyColumns } from '../../../statute/form-2021.ts'
import { valueOfNumber } from '../reading/counts.ts'
import { clausesOf, type Stretch, sentencesOf } from '../reading/sentences.ts'
import type { TextView } from '../reading/text-view.ts'
import {
  COUNT_REMEDY,
  DENIAL_ENDS,
  NAMES_CASES,
  NO_REMEDY,
  OF_ALL_CASES,
  OF_DISCLOSURE,
  OTHER_CASES,
  REMEDY_COUNT,
  RESULT_COUNT,
  SOME_RESULTS,
} from './remedy-words.ts'
import { CONDITION } from './request-words.ts'

/** What a sentence says of the cases against this agency. `start` and `end` count in the view's text. */
export type RemedyClaim = {
  readonly topic: 'reconsideration' | 'litigation' | 'remedies'
  /** A result of these cases; without it all of them. */
  readonly result?: RemedyColumnId
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
  if (!NAMES_CASES.test(view.text)) return []
  return sentencesOf(view.text).flatMap((sentence) => {
    if (!NAMES_CASES.test(sentence.text)) return []
    const years = [...sentence.text.matchAll(/((?:19|20)\d{2})年/g)].map((match) => Number(match[1]))
    if (years.some((told) => told !== year)) return []
    const ofDisclosure = view.section === 4 || OF_DISCLOSURE.test(sentence.text)
    const claims = clausesOf(sentence.text).flatMap((clause) => {
      const placed = { text: clause.text, start: sentence.start + clause.start }
      if (OTHER_CASES.test(clause.text)) return []
      const denied = denials(placed).filter(({ start }) => ofDisclosure || deniesAll(clause.text, start - placed.start))
      return denied.length > 0 || !ofDisclosure ? denied : counts(placed)
    })
    return [...claims, ...results(sentence, claims)]
  })
}

/** Nothing but the time and the agency stands before the denial, and nothing within it but the cases. */
function deniesAll(clause: string, at: number): boolean {
  const between = new RegExp(NO_REMEDY.source).exec(clause.slice(at))?.groups?.between
  return between === '' && OF_ALL_CASES.test(clause.slice(0, at))
}

/** 行政复议18件，其中结果维持1件: only where the sentence begins with one count of all cases of one kind. */
function results(sentence: Stretch, claims: readonly RemedyClaim[]): readonly RemedyClaim[] {
  const [whole, ...more] = claims
  if (!whole || more.length > 0 || whole.value === 0 || SOME_RESULTS.test(sentence.text)) return []
  if (whole.topic !== onlyGroup(sentence.text)) return []
  return clausesOf(sentence.text).flatMap(({ text, start }) => {
    const match = RESULT_COUNT.exec(text)
    const value = valueOfNumber(match?.groups?.number ?? '')
    const result = remedyColumns.find(({ label }) => label === match?.groups?.result?.replace('它', '他'))?.id
    const from = sentence.start + start
    if (!match || value === null || result === undefined || from < whole.end) return []
    return [{ topic: whole.topic, result, value, start: from, end: from + text.length }]
  })
}

function onlyGroup(sentence: string): RemedyClaim['topic'] | null {
  const named = [...sentence.matchAll(/复议|诉讼/g)].map(([word]) => word)
  return named.length === 1 ? topicOf(named.join('')) : null
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
