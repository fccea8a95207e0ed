import type { Calendar } from '../statute/calendar/calendar.ts'
import { addWorkingDays, type CountedDay } from '../statute/calendar/working-days.ts'
import { addDays, type Day } from '../statute/day.ts'
import { type PublicationLimitId, publicationLimitOn } from '../statute/publication-limits.ts'
import { type PublicationCase, stageWaiting } from './publication-case.ts'

/**
 * The last day on which an item is published in time (条例26, or the law of its kind); null before there was such a limit.
 * `interpretedOn`: when what it interprets was published last, null while some of it is not.
 */
export function publishBy(
  { formedOn, content }: Pick<PublicationCase, 'formedOn' | 'content'>,
  calendar: Calendar,
  interpretedOn: Day | null = null,
): CountedDay | null {
  const { limit: kind, interprets } = content.metadata
  // An interpretation counts from the publication of what it explains: while that is not public, nothing runs.
  const from = kind === 'policyInterpretation' && interprets.length > 0 ? interpretedOn : formedOn
  return from === null ? null : limitAfter(kind, from, calendar)
}

/** The first day on which an item was published on another platform; null: on none. */
function firstElsewhere(elsewhere: PublicationCase['elsewhere']): Day | null {
  return elsewhere.map(({ publishedOn }) => publishedOn).sort()[0] ?? null
}

/** The first day on the platform where an office publishes; null until its address came back. */
export function sharedOn({ elsewhere }: Pick<PublicationCase, 'elsewhere'>, platform: string | null): Day | null {
  return firstElsewhere(elsewhere.filter((one) => one.platform === platform && one.address !== null))
}

function limitAfter(kind: PublicationLimitId, from: Day, calendar: Calendar): CountedDay | null {
  const limit = publicationLimitOn(kind, from)?.value
  if (!limit) return null
  return limit.unit === 'workingDays'
    ? addWorkingDays(calendar, from, limit.count)
    : { on: addDays(from, limit.count), provisional: false }
}

/** The last day on which a penalty that was changed or annulled is taken down in time; null where none was. */
function withdrawBy({ annulled }: Pick<PublicationCase, 'annulled'>, calendar: Calendar): Day | null {
  return annulled && (limitAfter('penaltyWithdrawal', annulled.on, calendar)?.on ?? null)
}

/** The documents of others that an item has to wait for, by their ids in the public address. */
export function interpretedIds({ content }: Pick<PublicationCase, 'content'>): readonly string[] {
  const { limit, interprets } = content.metadata
  return limit === 'policyInterpretation' ? interprets : []
}

type Beside = { readonly interpretedOn?: Day | null; readonly sharedPlatform?: string | null }

/** What lists know of an item: legal facts only, never how it stands on a given day. `interpretedOn` as for `publishBy`. */
export function publicationListing(
  item: PublicationCase,
  calendar: Calendar,
  { interpretedOn = null, sharedPlatform = null }: Beside = {},
) {
  const { phase, unit, formedOn, proposal, content, indexNumber, firstPublishedAt, live, validity, publishAt } = item
  const { title, documentNumber, madeOn, kind, limit } = content.metadata
  return {
    phase,
    title,
    unit,
    documentNumber,
    indexNumber,
    attribute: proposal.attribute,
    kind,
    limitKind: limit,
    madeOn,
    formedOn,
    dueOn: proposal.attribute === 'proactive' ? (publishBy(item, calendar, interpretedOn)?.on ?? null) : null,
    publishAt,
    firstPublishedAt,
    publishedAt: live?.at ?? null,
    publishedVersion: live?.version ?? null,
    validity: live ? (validity?.validity ?? null) : null,
    assessedOn: item.assessedOn,
    validUntil: live?.content.metadata.validUntil ?? null,
    annulledOn: item.annulled?.on ?? null,
    withdrawBy: live ? withdrawBy(item, calendar) : null,
    waitsFor: waitsFor(item),
    secrecyWaits: phase === 'reviewing' && item.secrecy === null,
    elsewhereOn: firstElsewhere(item.elsewhere),
    sharedOn: sharedOn(item, sharedPlatform),
    elsewherePlatforms: [...new Set(item.elsewhere.map(({ platform }) => platform))],
  } satisfies Record<string, string | number | boolean | null | Day | readonly string[]>
}

/** The stage, or the office, that has to say something next. */
function waitsFor(item: PublicationCase): string | null {
  if (item.phase === 'referred') return item.secrecy?.referredTo ?? null
  return item.phase === 'reviewing' ? stageWaiting(item) : null
}

export type PublicationListing = ReturnType<typeof publicationListing>
