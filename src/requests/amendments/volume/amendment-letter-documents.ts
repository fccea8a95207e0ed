import { type Sending, type Sent, sentLetters } from '../../volume/sent-letters.ts'
import type { AmendmentDecision, AmendmentEvent } from '../amendment-event.ts'
import type { ComposedAmendmentLetter } from '../letters/amendment-letter.ts'
import type { AmendmentLetterKind } from '../letters/amendment-letter-kind.ts'
import { amendmentNotices, decisionNoticeFor } from '../letters/amendment-letter-kinds.ts'
import { composeAmendmentLetter } from '../letters/compose-amendment-letter.ts'
import { amendmentEventRows } from './amendment-event-rows.ts'
import type { AmendmentVolumeMaterial } from './amendment-volume-material.ts'

/** Every letter of a record amendment that went out. */
export function amendmentLetterDocuments(material: AmendmentVolumeMaterial): ReturnType<typeof sentLetters> {
  return sentLetters<AmendmentEvent, AmendmentLetterKind>({
    material,
    sendingOf,
    titleOf: (kind, number) => titleOf(material, kind, number),
    rowsOf: amendmentEventRows,
    compose: (sent, events) => composedAnew(material, sent, events),
    hides: () => false,
  })
}

/** The letter whose going out an event records. */
function sendingOf({ type }: AmendmentEvent): Sending<AmendmentLetterKind> | null {
  const kind = sentBy[type]
  return kind ? { kind, party: null } : null
}

const sentBy: Readonly<Partial<Record<AmendmentEvent['type'], AmendmentLetterKind>>> = {
  evidenceAsked: 'evidenceNotice',
  transferred: 'transferLetter',
  transferTold: 'transferNotice',
  toldElsewhere: 'elsewhereNotice',
  served: 'decisionNotice',
}

function titleOf(material: AmendmentVolumeMaterial, kind: AmendmentLetterKind, number: string | null): string {
  if (kind !== 'decisionNotice') return amendmentNotices[kind].title
  const decision = decisionUnder(material, number)
  return decision ? decisionNoticeFor(decision).title : '政府信息更正申请决定告知书'
}

/** The decision that was approved under a number. */
function decisionUnder({ events }: AmendmentVolumeMaterial, number: string | null): AmendmentDecision | null {
  const told = events.map(({ event }) => event)
  const approved = told.findLastIndex((event) => event.type === 'approved' && event.documentNumber === number)
  const decided = told.slice(0, Math.max(0, approved)).findLast(({ type }) => type === 'decided')
  return decided?.type === 'decided' ? decided.decision : null
}

function composedAnew(
  { number, record, claim, people, facts }: AmendmentVolumeMaterial,
  { kind, at }: Sent<AmendmentLetterKind>,
  events: readonly AmendmentEvent[],
): ComposedAmendmentLetter {
  const sent = events[at]
  if (!sent) throw new RangeError(`no event ${at}`)
  return composeAmendmentLetter(
    kind,
    { number, events, record, claim },
    {
      ...facts,
      applicant: people ? (people.applicants[0]?.name ?? null) : '申请人',
      agent: people ? (people.agent?.name ?? null) : '代理人',
      documentNumber: null,
      draft: false,
      today: sent.on,
    },
  )
}
