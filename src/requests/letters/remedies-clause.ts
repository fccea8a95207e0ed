import { type Citation, cite } from '../../statute/citation.ts'
import type { Day } from '../../statute/day.ts'
import { type AgencyRank, type ReconsiderationBody, reconsiderationBodies } from './reconsideration-bodies.ts'
import {
  type RemediesDoubt,
  type RemediesRoute,
  type RemediesSubject,
  type RouteSettings,
  reconsiderationFirstFrom,
  remediesRoute,
} from './remedies-route.ts'
import { remediesText } from './templates/remedies-text.ts'

/** Names that a remedies clause needs; null where the office has not said them. */
export type RemediesNames = {
  /** The agency itself. */
  readonly self: string
  /** The government of its own level. */
  readonly ownGovernment: string | null
  /** The next higher government, or the superior department. */
  readonly superior: string | null
  readonly court: string | null
  /** Where reconsideration is applied for over the internet. */
  readonly onlineChannel: string | null
}

export type RemediesSettings = RouteSettings & {
  /** The court is the one that the place gathers such cases at, so its level says nothing. */
  readonly collectiveJurisdiction: boolean
}

export type RemediesQuestion = {
  readonly subject: RemediesSubject
  /** The day of the letter: the law of this day says which way is open. */
  readonly on: Day
  readonly agency: AgencyRank
  readonly names: RemediesNames
  readonly settings: RemediesSettings
  readonly servedOnline: boolean
  /** What the letter calls what is done in it: 答复, 决定. */
  readonly what: string
}

/** A name that the clause cannot do without. */
export type RemediesGap = 'reconsiderationBody' | 'court' | 'onlineChannel'

export type RemediesClause = {
  readonly first: RemediesRoute['first']
  /** Sentences to print, a paragraph each; empty while a name is missing. */
  readonly sentences: readonly string[]
  readonly missing: readonly RemediesGap[]
  readonly citations: readonly Citation[]
  readonly doubts: readonly RemediesDoubt[]
}

/** The last paragraphs of a letter: who reconsiders, which court, in which order and in what time (条例51). */
export function remediesClause(question: RemediesQuestion): RemediesClause {
  const { subject, on, agency, names, settings } = question
  const route = remediesRoute(subject, on, settings)
  const { bodies, citation, doubts } = reconsiderationBodies(agency, on)
  const named = bodies.map((one: ReconsiderationBody) => names[one])
  const online = question.servedOnline && on >= reconsiderationFirstFrom
  const missing: RemediesGap[] = [
    ...(named.includes(null) ? (['reconsiderationBody'] as const) : []),
    ...(names.court === null ? (['court'] as const) : []),
    ...(online && names.onlineChannel === null ? (['onlineChannel'] as const) : []),
  ]
  return {
    first: route.first,
    sentences: missing.length > 0 ? [] : sentencesOf(question, route.first, named.join(remediesText.or)),
    missing,
    citations: [
      ...route.citations,
      citation,
      ...periodsOf(route.first, on),
      ...(online ? [cite('行政复议法22¶2')] : []),
    ],
    doubts: [...route.doubts, ...doubts, ...(isCourtTooLow(question) ? (['courtLevel'] as const) : [])],
  }
}

/** The articles that give 60 days, and 6 months or 15 days. The older 行政复议法 is not among the instruments. */
function periodsOf(first: RemediesRoute['first'], on: Day): readonly Citation[] {
  if (on < reconsiderationFirstFrom) return [cite('行政诉讼法46')]
  if (first === 'either') return [cite('行政复议法20'), cite('行政诉讼法46')]
  return [cite('行政复议法20'), cite('行政复议法34'), cite('行政诉讼法45')]
}

function sentencesOf(question: RemediesQuestion, first: RemediesRoute['first'], body: string): readonly string[] {
  const { subject, names, what, on } = question
  const named = { what, body, court: names.court ?? '' }
  const text = subject.act === 'noReply' ? remediesText.noReply : remediesText
  const online = question.servedOnline && on >= reconsiderationFirstFrom && names.onlineChannel !== null
  return [
    text[first === 'either' ? 'either' : 'first'](named),
    ...(first === 'either' ? [] : [remediesText.afterwards(named)]),
    ...(online ? [remediesText.online(names.onlineChannel)] : []),
  ]
}

/** 行政诉讼法15: an intermediate court, where a government of a county or higher, or the nation, acted. */
function isCourtTooLow({ agency: { level, kind }, names: { court }, settings }: RemediesQuestion): boolean {
  const high = level === 'nation' || (kind === 'government' && level !== 'township')
  return court !== null && !settings.collectiveJurisdiction && high !== /中级|高级/.test(court)
}
