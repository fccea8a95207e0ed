import { valueOfNumber } from '../reading/counts.ts'
import type { Stretch } from '../reading/sentences.ts'
import { sentencesOf } from '../reading/sentences.ts'
import type { TextView } from '../reading/text-view.ts'
import { NATURAL_PERSONS, ORGANISATIONS } from './breakdown-words.ts'
import {
  ALL_CHANNELS,
  ANSWERED,
  APPLICANTS,
  CARRIED_IN,
  CARRIED_OUT,
  CONDITION,
  DENIAL_ENDS,
  FORM_WORDS,
  GOES_ON,
  NARROWED_ANSWER,
  NEWLY_RECEIVED,
  NO_REQUESTS,
  NONE_CARRIED,
  NONE_RECEIVED,
  ONE_OUTCOME,
  OTHER_MATTER,
  OTHER_TIME,
  OUTCOMES,
  type OutcomeTopic,
  PART_ONLY,
  PART_OPENS,
  RECEIVED,
  REQUEST_SOURCE,
  ROUNDED,
} from './request-words.ts'

/** What a sentence says of the year's disclosure requests. `start` and `end` count in the view's text. */
export type RequestClaim = {
  readonly topics: readonly RequestTopic[]
  readonly value: number
  readonly start: number
  readonly end: number
}
export type RequestTopic =
  | 'received'
  | 'newlyReceived'
  | 'carriedIn'
  | 'answered'
  | 'carriedOut'
  | OutcomeTopic
  | keyof typeof APPLICANTS

const EVERY_REQUEST = new RegExp(REQUEST_SOURCE, 'g')
const NAMES_REQUEST = new RegExp(REQUEST_SOURCE)

/** The claims of a section that surely speak of all of this agency's requests in `year`; a sentence in doubt gives none. */
export function findRequestClaims(view: TextView, year: number | null): readonly RequestClaim[] {
  let before: Stretch | null = null
  return sentencesOf(view.text).flatMap((sentence) => {
    const speaksOfRequests =
      NAMES_REQUEST.test(sentence.text) ||
      (before && goesOn(view.text, before, sentence)) ||
      usesFormWords(view, sentence)
    const speaksOfThisYear = speaksOfRequests && !speaksOfOtherYear(sentence.text, year)
    before = speaksOfThisYear ? sentence : null
    if (!speaksOfThisYear) return []
    const claims = [
      ...denials(sentence),
      ...carriedDenials(sentence, 'carriedIn'),
      ...carriedDenials(sentence, 'carriedOut'),
      ...outcomeClaims(sentence),
      ...simpleClaims(sentence, 'carriedIn', [CARRIED_IN]),
      ...simpleClaims(sentence, 'carriedOut', CARRIED_OUT),
      ...simpleClaims(sentence, 'newlyReceived', [NEWLY_RECEIVED]),
      ...simpleClaims(sentence, 'received', RECEIVED),
      ...simpleClaims(sentence, 'answered', [ANSWERED]).filter(
        ({ start }) => !NARROWED_ANSWER.test(sentence.text.slice(0, start - sentence.start)),
      ),
      ...(Object.keys(APPLICANTS) as (keyof typeof APPLICANTS)[]).flatMap((topic) =>
        simpleClaims(sentence, topic, [APPLICANTS[topic]]),
      ),
    ]
    return withoutOverlaps(claims)
  })
}

/** 收到申请9件。办结8件，其中…: the second sentence has its subject from the first. */
function goesOn(text: string, before: Stretch, { text: sentence, start }: Stretch): boolean {
  if (text.slice(before.start, start).includes('\n')) return false
  return GOES_ON.test(sentence) && !PART_ONLY.test(before.text) && !OTHER_MATTER.test(`${before.text}${sentence}`)
}

/** The form's own words, in the section of table two or in a paragraph that named requests and nothing else. */
function usesFormWords({ text, section }: TextView, sentence: Stretch): boolean {
  const paragraph = text.slice(text.lastIndexOf('\n', sentence.start - 1) + 1, sentence.start + sentence.text.length)
  if (!FORM_WORDS.test(sentence.text) || paragraph.length > LONGEST_PARAGRAPH) return false
  if (section === 3) return !OTHER_MATTER.test(paragraph) && !NO_REQUESTS.test(paragraph)
  const others = paragraph.replaceAll(EVERY_REQUEST, '')
  return NAMES_REQUEST.test(paragraph) && !OTHER_MATTER.test(others) && !NO_REQUESTS.test(others)
}

const LONGEST_PARAGRAPH = 1000

function speaksOfOtherYear(text: string, year: number | null): boolean {
  if (OTHER_TIME.test(text)) return true
  const years = [...text.matchAll(/((?:19|20)\d{2})年/g)].map((match) => Number(match[1]))
  return year === null ? years.length > 0 : years.some((told) => told !== year)
}

function denials({ text, start }: Stretch): readonly RequestClaim[] {
  return [...text.matchAll(NONE_RECEIVED)].flatMap((match) => {
    const { between = '', after = '' } = match.groups ?? {}
    const clauseStart = lastBreak(text, match.index)
    const clause = text.slice(clauseStart, match.index + match[0].length)
    const namesOnlySome = ORGANISATIONS.test(between) && !NATURAL_PERSONS.test(between)
    if (!DENIAL_ENDS.test(after.replace(/^的/, '')) || namesOnlySome) return []
    if (PART_ONLY.test(clause) || CONDITION.test(text.slice(0, match.index))) return []
    return [{ topics: ['received'], value: 0, start: start + match.index, end: start + match.index + match[0].length }]
  })
}

function carriedDenials({ text, start }: Stretch, topic: keyof typeof NONE_CARRIED): readonly RequestClaim[] {
  return [...text.matchAll(NONE_CARRIED[topic])].flatMap((match) => {
    const end = match.index + match[0].length
    if (countsPart(text, match.index, end) || CONDITION.test(text.slice(0, match.index))) return []
    return [{ topics: [topic], value: 0, start: start + match.index, end: start + end }]
  })
}

function simpleClaims(
  { text, start }: Stretch,
  topic: RequestTopic,
  patterns: readonly RegExp[],
): readonly RequestClaim[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const value = valueOfNumber(match.groups?.number ?? '')
      const end = match.index + match[0].length
      if (value === null || countsPart(text, match.index, end) || ROUNDED.test(text.slice(end))) return []
      return [{ topics: [topic], value, start: start + match.index, end: start + end }]
    }),
  )
}

function outcomeClaims({ text, start }: Stretch): readonly RequestClaim[] {
  return [...text.matchAll(OUTCOMES)].flatMap((match) => {
    const value = valueOfNumber(match.groups?.number ?? '')
    const topics = topicsOf(match.groups?.labels ?? '')
    const end = match.index + match[0].length
    if (value === null || topics.length === 0 || countsPart(text, match.index, end)) return []
    return [{ topics, value, start: start + match.index, end: start + end }]
  })
}

function topicsOf(labels: string): readonly RequestTopic[] {
  const parts = labels.split(/、|以及|和|及|与|或/)
  const topics = parts.flatMap((part) =>
    ONE_OUTCOME.filter(({ pattern }) => pattern.test(part)).map(({ topic }) => topic),
  )
  return topics.length === parts.length ? topics : []
}

/** The clause of a claim, or the lead of its sentence, narrows it to a part: a channel, an office, some months. */
function countsPart(text: string, start: number, end: number): boolean {
  const clause = text.slice(lastBreak(text, start), end)
  const lead = text.slice(0, start)
  if (PART_ONLY.test(clause) && !ALL_CHANNELS.test(clause)) return true
  const sinceRequest = lead.slice([...lead.matchAll(EVERY_REQUEST)].at(-1)?.index ?? 0)
  return OTHER_MATTER.test(sinceRequest) || PART_OPENS.test(lead)
}

function lastBreak(text: string, at: number): number {
  const before = text.slice(0, at)
  return (
    Math.max(before.lastIndexOf('，'), before.lastIndexOf('；'), before.lastIndexOf('：'), before.lastIndexOf('。')) + 1
  )
}

function withoutOverlaps(claims: readonly RequestClaim[]): readonly RequestClaim[] {
  const kept: RequestClaim[] = []
  for (const claim of claims) {
    if (!kept.some((other) => claim.start < other.end && claim.end > other.start)) kept.push(claim)
  }
  return kept
}
