import type { FileReference } from '../../office/file-reference.ts'
import { officialDay } from '../../office/official-day.ts'
import { type Citation, cite } from '../../statute/citation.ts'
import type { Day } from '../../statute/day.ts'
import { foldEvents } from '../case/evolve.ts'
import type { RequestCase } from '../case/request-case.ts'
import type { PersonReference, RequestEvent } from '../events/request-event.ts'
import type { Besides, LetterDefinition } from './define-letter.ts'
import {
  clockTold,
  consultedIn,
  type ElementId,
  type Elements,
  elements,
  isSaid,
  type LetterMaterial,
} from './elements.ts'
import { requestFields } from './fields/request-fields.ts'
import type { ComposedLetter, Letter, LetterCase, LetterDoubt, LetterFacts, MissingElement } from './letter.ts'
import { type LetterKind, letterKinds } from './letter-kind.ts'
import { notices, replyFor, replyTitle } from './letter-kinds.ts'
import { type RemediesClause, remediesClause } from './remedies-clause.ts'
import { type RemediesLastDays, remediesLastDays, replyReceivedOn } from './remedies-last-days.ts'
import { attachmentList } from './templates/attachment-list.ts'
import { contactNote, draftDate, draftMark } from './templates/frame.ts'
import { speakTo } from './templates/speak-to.ts'

/**
 * A letter of a case, from what the case holds and what the office says besides. Refused while the case has not come to it,
 * and where anything is missing that must stand in it: a letter is never half empty.
 */
export function composeLetter(kind: LetterKind, letterCase: LetterCase, facts: LetterFacts): ComposedLetter {
  const request = foldEvents(letterCase.events)
  const told = request && eventOf(kind, letterCase.events, request, facts.consulted)
  const definition = told && definitionOf(kind, told)
  if (!request || !told || !definition) return { refused: { rule: 'letter-not-due' } }
  const material: LetterMaterial = { ...letterCase, facts, request, told }
  const on = dayOf(kind, material)
  const number = kind === 'reply' ? (request.approval?.documentNumber ?? null) : facts.documentNumber
  const unapproved = kind === 'reply' && request.approval === null
  const clause = clauseOf(definition, material, on)
  const given = Object.fromEntries(elementsOf(definition).map((id) => [id, elements[id](material)])) as Elements
  const missing: MissingElement[] = [
    ...elementsOf(definition)
      .filter((id) => !isSaid(given[id]))
      .map((element) => ({ element, article: articleOf(definition, element) })),
    ...(unapproved && !facts.draft ? [{ element: 'documentNumber', article: cite('条例45') } as const] : []),
    ...missingBesides(definition, material),
    ...(clause?.missing ?? []).map((element) => ({ element, article: cite('条例51') })),
  ]
  if (missing.length > 0) return { refused: { rule: 'letter-incomplete', missing } }
  const say = Object.fromEntries(Object.entries(definition.fixed).map(([name, [, sentence]]) => [name, sentence]))
  const besides = besidesOf(material)
  const paragraphs = definition.paragraphs(given, say, besides)
  const letter: Letter = {
    title: kind === 'reply' && facts.replyTitles === 'alike' ? replyTitle : definition.title,
    addressee: definition.to === 'party' ? given.party : given.applicant,
    number,
    numberLine: unapproved ? draftMark : number,
    draft: unapproved,
    paragraphs: paragraphs.flatMap((text) => text.split('\n').map((line) => line.trim())).filter((line) => line !== ''),
    remedies: clause?.sentences ?? [],
    attachments: attachmentList(suppliedFiles(definition, told).length > 0 ? (facts.attachments ?? []) : []),
    signature: facts.agency.name,
    on: unapproved ? told.on : on,
    date: unapproved ? draftDate : officialDay(on),
    note: contactNote(given.contact),
  }
  return {
    letter,
    fields: requestFields({
      definition,
      letter,
      given,
      besides,
      applicants: facts.applicants,
      agent: facts.agent ?? null,
    }),
    citations: citationsOf(definition, clause),
    doubts: [...(clause?.doubts ?? []), ...doubtsOf(material)],
    lastDays: kind === 'reply' && clause ? lastDaysOf(clause, letterCase) : null,
  }
}

/** The files that the letter of this event hands over; one that gives nothing hands over none. */
function suppliedFiles({ elements: declared }: LetterDefinition, told: RequestEvent): readonly FileReference[] {
  const provision = told.type === 'decided' && 'provision' in declared ? told.decision.provision : null
  return provision?.how === 'supplied' ? provision.files : []
}

/** The letters that a case has come to. */
export function lettersOf(events: readonly RequestEvent[]): readonly LetterKind[] {
  const request = foldEvents(events)
  return request === null ? [] : letterKinds.filter((kind) => eventOf(kind, events, request, null) !== null)
}

/** The third party that a letter is written to, by reference; null for letters to anybody else. */
export function personToldIn(
  kind: LetterKind,
  events: readonly RequestEvent[],
  consulted: string | null,
): PersonReference | null {
  const request = foldEvents(events)
  const told = request && eventOf(kind, events, request, consulted)
  return request && told ? (consultedIn({ request, told })?.person ?? null) : null
}

/** The consulted party that a letter is written to, as the case calls it; null for letters to the applicant. */
export function partyToldIn(
  kind: LetterKind,
  events: readonly RequestEvent[],
  consulted: string | null,
): string | null {
  if (kind === 'reply' || notices[kind].to !== 'party') return null
  const request = foldEvents(events)
  const told = request && eventOf(kind, events, request, consulted)
  return told && 'party' in told ? told.party : null
}

/** The latest event that a letter of this kind tells of, and that still holds. */
function eventOf(
  kind: LetterKind,
  events: readonly RequestEvent[],
  request: RequestCase,
  consulted: string | null,
): RequestEvent | null {
  // A draft that was returned is no decision any more, and has no letter.
  if (kind === 'reply')
    return request.decision === null ? null : (events.findLast(({ type }) => type === 'decided') ?? null)
  const { tells, of = () => true }: LetterDefinition = notices[kind]
  const meant = (event: RequestEvent) => consulted === null || !('party' in event) || event.party === consulted
  return events.findLast((event) => event.type === tells && of(event) && meant(event)) ?? null
}

function definitionOf(kind: LetterKind, told: RequestEvent): LetterDefinition | null {
  if (kind !== 'reply') return notices[kind]
  return told.type === 'decided' ? replyFor(told.decision) : null
}

/** The day of the letter: of the approval for a reply, of the act for a notice. */
function dayOf(kind: LetterKind, { facts, request, told }: LetterMaterial): Day {
  if (kind === 'reply') return request.approval?.on ?? facts.today
  return kind === 'receipt' ? facts.today : told.on
}

/** Who acts for the applicant has to be named, and so has every file that is handed over. */
function missingBesides(
  definition: LetterDefinition,
  { request, facts, told }: LetterMaterial,
): readonly MissingElement[] {
  const nameless = definition.to === 'applicant' && request.agent !== null && !facts.agent?.trim()
  const files = suppliedFiles(definition, told).length
  const listed = (facts.attachments ?? []).filter((name) => name.trim() !== '').length
  return [
    ...(nameless ? [{ element: 'agent', article: cite('条例29¶2(1)') } as const] : []),
    ...(files > 0 && listed !== files ? [{ element: 'attachments', article: cite('条例36(2)') } as const] : []),
  ]
}

function elementsOf({ elements: declared }: LetterDefinition): readonly ElementId[] {
  return Object.keys(declared) as ElementId[]
}

function articleOf({ elements: declared }: LetterDefinition, id: ElementId): Citation | null {
  const article = declared[id] ?? null
  return article === null ? null : cite(article)
}

function citationsOf(
  { elements: declared, fixed }: LetterDefinition,
  clause: RemediesClause | null,
): readonly Citation[] {
  const own = [...Object.values(declared), ...Object.values(fixed).map(([article]) => article)]
  return [...new Set([...own.filter((one) => one !== null).map(cite), ...(clause?.citations ?? [])])]
}

function clauseOf({ contestedAs, to }: LetterDefinition, material: LetterMaterial, on: Day): RemediesClause | null {
  if (contestedAs === null) return null
  const { facts, request } = material
  return remediesClause({
    subject: subjectOf(material),
    on,
    agency: facts.agency,
    names: { self: facts.agency.name, ...facts.remedies.names },
    settings: facts.remedies.settings,
    servedOnline: to === 'applicant' && isServedOnline(request),
    what: contestedAs,
  })
}

function subjectOf({ told }: LetterMaterial): Parameters<typeof remediesClause>[0]['subject'] {
  switch (told.type) {
    case 'decided': {
      const { outcome, withheldParts } = told.decision
      return { act: 'reply', outcome, partGrounds: withheldParts.map(({ ground }) => ground) }
    }
    case 'abandoned':
      return { act: 'reply', outcome: 'other.correctionOverdue', partGrounds: [] }
    case 'feeLapsed':
      return { act: 'reply', outcome: 'other.feeOverdue', partGrounds: [] }
    default:
      return { act: 'disclosureDespiteObjection' }
  }
}

function lastDaysOf({ first }: RemediesClause, { events, calendar }: LetterCase): RemediesLastDays | null {
  const receivedOn = replyReceivedOn(events)
  return receivedOn && remediesLastDays(first, receivedOn, calendar)
}

/** As it was served; before that, as the applicant wants it (行政复议法22¶2). */
function isServedOnline({ service, wanted, channel }: RequestCase): boolean {
  const way = service?.method ?? wanted?.by ?? channel
  return way === 'portal' || way === 'email'
}

/** As it was when the letter's act was done: what came later is not in it. */
function besidesOf({ request, events, told, facts }: LetterMaterial): Besides {
  const then = foldEvents(events.slice(0, events.indexOf(told) + 1)) ?? request
  return {
    you: speakTo(request.applicantKind, facts.applicants.length),
    correctedOn: then.clockEvents.findLast(({ type }) => type === 'corrected')?.on ?? null,
    remedy: then.reopening?.remedy || null,
    thirdParties: then.consultations.filter((one) => one.with === 'thirdParty'),
    decision: told.type === 'decided' ? told.decision : null,
  }
}

function doubtsOf(material: LetterMaterial): readonly LetterDoubt[] {
  const { told } = material
  if (clockTold(material)?.provisional) return ['provisionalDay']
  if (told.type !== 'decided') return []
  const { outcome } = told.decision
  return outcome === 'rejected.reissue' || outcome === 'other.remaining' ? ['noArticle'] : []
}
