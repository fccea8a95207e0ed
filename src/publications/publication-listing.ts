import type { Calendar } from '../statute/calendar/calendar.ts'
import { addWorkingDays, type CountedDay } from '../statute/calendar/working-days.ts'
import { addDays, type Day } from '../statute/day.ts'
import { publicationLimitOn } from '../statute/publication-limits.ts'
import type { PublicationCase } from './publication-case.ts'

/** The last day on which an item is published in time (条例26, or the law of its kind); null before there was such a limit. */
export function publishBy(
  { formedOn, content }: Pick<PublicationCase, 'formedOn' | 'content'>,
  calendar: Calendar,
): CountedDay | null {
  const limit = publicationLimitOn(content.metadata.limit, formedOn)?.value
  if (!limit) return null
  return limit.unit === 'workingDays'
    ? addWorkingDays(calendar, formedOn, limit.count)
    : { on: addDays(formedOn, limit.count), provisional: false }
}

/** The first day on which an item was published on another platform; null: on none. */
function firstElsewhere(elsewhere: PublicationCase['elsewhere']): Day | null {
  return elsewhere.map(({ publishedOn }) => publishedOn).sort()[0] ?? null
}

/** What lists know of an item: legal facts only, never how it stands on a given day. */
export function publicationListing(item: PublicationCase, calendar: Calendar) {
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
    dueOn: proposal.attribute === 'proactive' ? (publishBy(item, calendar)?.on ?? null) : null,
    publishAt,
    firstPublishedAt,
    publishedAt: live?.at ?? null,
    publishedVersion: live?.version ?? null,
    validity: live ? (validity?.validity ?? null) : null,
    assessedOn: item.assessedOn,
    elsewhereOn: firstElsewhere(item.elsewhere),
    elsewherePlatforms: [...new Set(item.elsewhere.map(({ platform }) => platform))],
  } satisfies Record<string, string | number | null | Day | readonly string[]>
}

export type PublicationListing = ReturnType<typeof publicationListing>
