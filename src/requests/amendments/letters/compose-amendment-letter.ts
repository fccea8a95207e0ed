import { officialDay } from '../../../office/official-day.ts'
import { cite } from '../../../statute/citation.ts'
import type { Day } from '../../../statute/day.ts'
import { isSaid } from '../../letters/elements.ts'
import type { Letter } from '../../letters/letter.ts'
import { type RemediesClause, remediesClause } from '../../letters/remedies-clause.ts'
import { contactNote, draftDate, draftMark } from '../../letters/templates/frame.ts'
import { speakTo } from '../../letters/templates/speak-to.ts'
import type { AmendmentCase } from '../amendment-case.ts'
import type { AmendmentEvent } from '../amendment-event.ts'
import { foldAmendment } from '../evolve-amendment.ts'
import {
  type AmendmentBesides,
  type AmendmentElementId,
  type AmendmentElements,
  type AmendmentLetterCase,
  type AmendmentLetterFacts,
  type AmendmentMaterial,
  type AmendmentMissing,
  amendmentElements,
  type ComposedAmendmentLetter,
  otherAgencyIn,
} from './amendment-letter.ts'
import { type AmendmentLetterKind, amendmentLetterKinds } from './amendment-letter-kind.ts'
import { amendmentNotices, decisionNoticeFor } from './amendment-letter-kinds.ts'
import type { AmendmentLetterDefinition } from './define-amendment-letter.ts'
import { amendmentFields } from './fields/amendment-fields.ts'

/**
 * A letter of a record amendment, from what the case holds and what the office says besides. Refused while the case has not
 * come to it, and where anything is missing that must stand in it.
 */
export function composeAmendmentLetter(
  kind: AmendmentLetterKind,
  letterCase: AmendmentLetterCase,
  facts: AmendmentLetterFacts,
): ComposedAmendmentLetter {
  const amendment = foldAmendment(letterCase.events)
  const told = amendment && toldBy(kind, letterCase.events, amendment)
  if (!amendment || !told) return { refused: { rule: 'letter-not-due' } }
  const definition = definitionOf(kind, told)
  const material: AmendmentMaterial = { ...letterCase, facts, amendment, told }
  const unapproved = kind === 'decisionNotice' && amendment.approval === null
  const number = kind === 'decisionNotice' ? (amendment.approval?.documentNumber ?? null) : facts.documentNumber
  const on = dayOf(kind, material)
  const clause = clauseOf(definition, material, on)
  const ids = Object.keys(definition.elements) as AmendmentElementId[]
  const given = Object.fromEntries(ids.map((id) => [id, amendmentElements[id](material)])) as AmendmentElements
  const missing: AmendmentMissing[] = [
    ...ids.filter((id) => !isSaid(given[id])).map((element) => ({ element, article: articleOf(definition, element) })),
    // Who acts for the applicant has to be named, in every letter.
    ...(amendment.agent && !facts.agent?.trim() ? [{ element: 'agent', article: null } as const] : []),
    ...(unapproved && !facts.draft ? [{ element: 'documentNumber', article: cite('条例45') } as const] : []),
    ...(clause?.missing ?? []).map((element) => ({ element, article: cite('条例51') })),
  ]
  if (missing.length > 0) return { refused: { rule: 'letter-incomplete', missing } }
  const say = Object.fromEntries(Object.entries(definition.fixed).map(([name, [, sentence]]) => [name, sentence]))
  const besides = besidesOf(material)
  const letter: Letter = {
    title: definition.title,
    addressee: definition.to === 'agency' ? given.amendingAgency : given.applicant,
    number,
    numberLine: unapproved ? draftMark : number,
    draft: unapproved,
    paragraphs: definition
      .paragraphs(given, say, besides)
      .flatMap((text) => text.split('\n').map((line) => line.trim()))
      .filter((line) => line !== ''),
    remedies: clause?.sentences ?? [],
    signature: facts.agency.name,
    on: unapproved ? told.on : on,
    date: unapproved ? draftDate : officialDay(on),
    note: contactNote(given.contact),
  }
  return {
    letter,
    fields: amendmentFields({ definition, letter, given, besides, agent: facts.agent }),
    citations: [
      ...new Set([
        ...ids.flatMap((id) => articleOf(definition, id) ?? []),
        ...Object.values(definition.fixed).map(([article]) => cite(article)),
        ...(clause?.citations ?? []),
      ]),
    ],
    doubts: clause?.doubts ?? [],
  }
}

/** The letters that a case has come to. */
export function amendmentLettersOf(events: readonly AmendmentEvent[]): readonly AmendmentLetterKind[] {
  const amendment = foldAmendment(events)
  return amendment === null ? [] : amendmentLetterKinds.filter((kind) => toldBy(kind, events, amendment) !== null)
}

/** The latest event that a letter of this kind tells of, and that still holds. */
function toldBy(
  kind: AmendmentLetterKind,
  events: readonly AmendmentEvent[],
  { decision, elsewhere }: AmendmentCase,
): AmendmentEvent | null {
  // A draft that was returned is no decision any more, and has no letter; nor has what a remedy has overturned.
  if (kind === 'decisionNotice' && decision === null) return null
  if (kind === 'elsewhereNotice' && elsewhere === null) return null
  const tells = kind === 'decisionNotice' ? 'decided' : amendmentNotices[kind].tells
  return events.findLast(({ type }) => type === tells) ?? null
}

function definitionOf(kind: AmendmentLetterKind, told: AmendmentEvent): AmendmentLetterDefinition {
  if (kind !== 'decisionNotice') return amendmentNotices[kind]
  if (told.type !== 'decided') throw new TypeError(`${told.type} is no decision`)
  return decisionNoticeFor(told.decision)
}

/** The day of the letter: of the approval for a decision, of telling for a transfer, else of the act. */
function dayOf(kind: AmendmentLetterKind, { facts, amendment, told }: AmendmentMaterial): Day {
  if (kind === 'decisionNotice') return amendment.approval?.on ?? facts.today
  return kind === 'transferNotice' ? (amendment.transfer?.toldOn ?? told.on) : told.on
}

function articleOf({ elements }: AmendmentLetterDefinition, element: AmendmentElementId) {
  const article = elements[element]
  return article ? cite(article) : null
}

function clauseOf(
  { contestedAs }: AmendmentLetterDefinition,
  { facts, amendment, told }: AmendmentMaterial,
  on: Day,
): RemediesClause | null {
  if (contestedAs === null) return null
  const way = amendment.service?.method ?? amendment.channel
  return remediesClause({
    subject: { act: 'recordAmendment', granted: told.type === 'decided' && told.decision.result === 'amended' },
    on,
    agency: facts.agency,
    names: { self: facts.agency.name, ...facts.remedies.names },
    settings: facts.remedies.settings,
    servedOnline: way === 'portal' || way === 'email',
    what: contestedAs,
  })
}

function besidesOf({ amendment, events, told }: AmendmentMaterial): AmendmentBesides {
  const then = foldAmendment(events.slice(0, events.indexOf(told) + 1)) ?? amendment
  return {
    you: speakTo(amendment.applicantKind, 1),
    transferredFrom: amendment.transferredFrom,
    remedy: then.reopening?.remedy ?? null,
    evidenceUntil: told.type === 'evidenceAsked' ? told.until : null,
    evidenceCount: then.evidence.length,
    transferredOn: told.type === 'transferred' ? told.on : null,
    otherContact: otherAgencyIn({ told })?.contact ?? null,
  }
}
