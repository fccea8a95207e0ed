import { type Citation, cite } from '../../statute/citation.ts'
import { type Day, day } from '../../statute/day.ts'
import type { OutcomeId } from '../../statute/outcomes.ts'

/** What somebody may seek a remedy against: a reply, a reply with parts withheld on their own grounds, or none in time. */
export type RemediesSubject =
  | { readonly act: 'reply'; readonly outcome: OutcomeId; readonly partGrounds: readonly OutcomeId[] }
  /** 条例32: information is disclosed although a third party objects. */
  | { readonly act: 'disclosureDespiteObjection' }
  | { readonly act: 'noReply' }
  /** 条例41: a record was amended as asked, or was not. */
  | { readonly act: 'recordAmendment'; readonly granted: boolean }

/** What an agency has settled for itself where the law leaves it open. */
export type RouteSettings = {
  /** 行政查询事项 counts as withheld, so that reconsideration comes first. */
  readonly inquiryFirst: boolean
  /** So do parts withheld under 条例14 to 条例16. */
  readonly partsFirst: boolean
  /** So does a reply that did not come in time. */
  readonly noReplyFirst: boolean
}

/** What a clerk should know before the letter goes out; never printed. Words are in `words/`. */
export type RemediesDoubt =
  | 'inquiryUnsettled'
  | 'partsUnsettled'
  | 'noReplyUnsettled'
  | 'amendmentUnsettled'
  | 'scopeBeforeInterpretation'
  | 'bodyUnverified'
  | 'courtLevel'

export type RemediesRoute = {
  /** 复议前置, or reconsideration and litigation as one likes. */
  readonly first: 'reconsideration' | 'either'
  readonly citations: readonly Citation[]
  readonly doubts: readonly RemediesDoubt[]
}

/** First day of 行政复议法 as revised in 2023: reconsideration first where information is withheld. */
export const reconsiderationFirstFrom: Day = day('2024-01-01')
/** First day of 法释〔2025〕8号, which says what counts as withheld. */
const interpretedFrom: Day = day('2025-06-01')

/** Grounds of 条例14 to 条例16. */
const withheldGrounds: ReadonlySet<OutcomeId> = new Set<OutcomeId>([
  'withheld.stateSecret',
  'withheld.forbiddenByLaw',
  'withheld.securityAndStability',
  'withheld.thirdPartyRights',
  'withheld.internalAffairs',
  'withheld.processInformation',
  'withheld.enforcementFile',
])

/** Which way stands open against what was done on a day. */
export function remediesRoute(subject: RemediesSubject, on: Day, settings: RouteSettings): RemediesRoute {
  if (on < reconsiderationFirstFrom) return { first: 'either', citations: [cite('条例51')], doubts: [] }
  if (subject.act === 'disclosureDespiteObjection') return either
  if (subject.act === 'noReply')
    return unsettled(settings.noReplyFirst, 'noReplyUnsettled', [cite('行政复议法23¶1(3)'), cite('法释〔2025〕8号2¶2')])
  if (subject.act === 'recordAmendment') return amendmentRoute(subject.granted)
  const { outcome, partGrounds } = subject
  if (withheldGrounds.has(outcome)) return { first: 'reconsideration', citations: firstBy, doubts: [] }
  if (outcome === 'withheld.administrativeInquiry') return unsettled(settings.inquiryFirst, 'inquiryUnsettled', firstBy)
  if (outcome === 'partlyGranted' && partGrounds.some((ground) => withheldGrounds.has(ground)))
    return unsettled(settings.partsFirst, 'partsUnsettled', firstBy)
  const disputed = on < interpretedFrom && !mayBeChosenAlways.test(outcome)
  return { ...either, doubts: disputed ? ['scopeBeforeInterpretation'] : [] }
}

const firstBy: readonly Citation[] = [cite('行政复议法23¶1(4)'), cite('法释〔2025〕8号1(2)')]
const either: RemediesRoute = { first: 'either', citations: [cite('条例51'), cite('法释〔2025〕8号1(1)')], doubts: [] }

/** A refusal may be a duty not performed, for which reconsideration comes first; no text that was read says so of 条例41. */
function amendmentRoute(granted: boolean): RemediesRoute {
  const citations = [cite('条例51')]
  return granted
    ? { first: 'either', citations, doubts: [] }
    : { first: 'either', citations: [...citations, cite('行政复议法23¶1(3)')], doubts: ['amendmentUnsettled'] }
}

/** Whoever gets what they asked for, or nothing for what they left undone, was never said to be refused information. */
const mayBeChosenAlways = /^(?:granted|partlyGranted|other\.)/

function unsettled(first: boolean, doubt: RemediesDoubt, citations: readonly Citation[]): RemediesRoute {
  return { first: first ? 'reconsideration' : 'either', citations, doubts: [doubt] }
}
