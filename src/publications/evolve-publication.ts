import type { PublicationCase } from './publication-case.ts'
import type { PublicationEvent, PublicationEventOf } from './publication-event.ts'

/** The item after one more event; `before` is null for the first one, which proposes it. */
export function evolvePublication(before: PublicationCase | null, event: PublicationEvent): PublicationCase {
  if (event.type === 'proposed') return begin(event)
  if (!before) throw new TypeError(`an item cannot begin with ${event.type}`)
  return { ...before, ...changeOf(before, event) }
}

/** The item that `events` made, oldest first; null where there are none. */
export function foldPublication(events: readonly PublicationEvent[]): PublicationCase | null {
  return events.reduce<PublicationCase | null>(evolvePublication, null)
}

function begin({ on, unit, formedOn, proposal, content, by }: PublicationEventOf<'proposed'>): PublicationCase {
  return {
    phase: 'drafting',
    unit,
    formedOn,
    proposal,
    content,
    draftedBy: by,
    draftedOn: on,
    ...unreviewed,
    indexNumber: null,
    firstPublishedAt: null,
    live: null,
    validity: null,
    annulled: null,
    takedown: null,
    assessedOn: null,
    elsewhere: [],
  }
}

const unreviewed = { stages: [], passed: [], secrecy: null, publishAt: null } as const

function changeOf(
  before: PublicationCase,
  event: Exclude<PublicationEvent, { type: 'proposed' }>,
): Partial<PublicationCase> {
  const { on } = event
  switch (event.type) {
    case 'revised': {
      const { formedOn, proposal, content, by } = event
      return { phase: 'drafting', formedOn, proposal, content, draftedBy: by, draftedOn: on, ...unreviewed }
    }
    case 'submitted':
      return { phase: 'reviewing', ...unreviewed, stages: event.stages }
    case 'secrecyReviewed': {
      if (event.result === 'unsure') return { phase: 'referred', secrecy: event }
      const after = { ...before, secrecy: event }
      return { secrecy: event, phase: isThrough(after) ? 'approved' : 'reviewing' }
    }
    case 'stagePassed': {
      const passed = [...before.passed, event]
      return { passed, phase: isThrough({ ...before, passed }) ? 'approved' : 'reviewing' }
    }
    case 'returned':
      return { phase: 'drafting', ...unreviewed }
    case 'scheduled':
      return { phase: 'scheduled', publishAt: event.publishAt }
    case 'published': {
      const { at, indexNumber } = event
      return {
        phase: 'published',
        publishAt: null,
        indexNumber,
        firstPublishedAt: before.firstPublishedAt ?? at,
        live: { content: before.content, version: (before.live?.version ?? 0) + 1, at },
        validity: before.validity ?? { validity: 'inForce', since: before.content.metadata.madeOn, basis: '' },
        annulled: null,
        takedown: null,
      }
    }
    case 'keptFromPublic':
      // A revision that may not be public leaves what is published as it is.
      return before.live ? backToLive(before) : { phase: 'notPublished', assessedOn: on }
    case 'validityChanged': {
      const { validity, since, basis } = event
      return { validity: { validity, since, basis } }
    }
    case 'annulled':
      return { annulled: { on: event.annulledOn, basis: event.basis } }
    case 'takenDown':
      return { phase: 'takenDown', ...unreviewed, live: null, takedown: { on, reasons: event.reasons } }
    case 'reassessed':
      return event.result === 'nowPublic'
        ? { phase: 'drafting', proposal: { attribute: 'proactive' }, assessedOn: on, ...unreviewed }
        : { assessedOn: on }
    case 'publishedElsewhere': {
      const { type: _, ...told } = event
      return { elsewhere: [...before.elsewhere, told] }
    }
    case 'dropped':
      if (before.live) return backToLive(before)
      return { phase: before.takedown ? 'takenDown' : 'dropped', ...unreviewed }
  }
}

function isThrough({ stages, passed, secrecy }: PublicationCase): boolean {
  return passed.length === stages.length && secrecy !== null && secrecy.result !== 'unsure'
}

function backToLive({ live, content }: PublicationCase): Partial<PublicationCase> {
  return { phase: 'published', content: live?.content ?? content, ...unreviewed }
}
