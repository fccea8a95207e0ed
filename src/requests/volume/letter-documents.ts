import { foldEvents } from '../case/evolve.ts'
import { lettersToParties } from '../decide/handling/letter-reached.ts'
import type { RequestEvent } from '../events/request-event.ts'
import { composeLetter } from '../letters/compose-letter.ts'
import type { LetterKind } from '../letters/letter-kind.ts'
import { notices, replyTitle } from '../letters/letter-kinds.ts'
import { eventRows } from './event-rows.ts'
import { type Sending, type Sent, sentLetters } from './sent-letters.ts'
import type { Volume } from './volume.ts'
import { type Draft, fileDocument, type VolumeMaterial } from './volume-material.ts'
import { documentTitles } from './volume-words.ts'

/** Every letter of a request that went out, and behind the replies what was given with them. */
export function letterDocuments(material: VolumeMaterial): {
  readonly documents: readonly Draft<'letter' | 'provided'>[]
  readonly gaps: Volume['gaps']
} {
  const { documents, gaps } = sentLetters<RequestEvent, LetterKind>({
    material,
    sendingOf,
    titleOf: (kind) => (kind === 'reply' ? replyTitle : notices[kind].title),
    rowsOf: eventRows,
    compose: (sent, events) => composedAnew(material, sent, events),
    hides: (sending) => hidesThirdParty(material, sending),
  })
  return { documents: [...documents, ...providedIn(material)], gaps }
}

/** A letter to a third party names them. Where nobody is named it is composed with what the case calls them. */
function hidesThirdParty({ people }: VolumeMaterial, { kind, party }: Sending<LetterKind>): boolean {
  if (people === null || lettersToParties[kind] !== 'thirdParty') return false
  return party === null || !(party in people.thirdParties)
}

function sendingOf(event: RequestEvent): Sending<LetterKind> | null {
  const kind = kindSentBy(event)
  return kind && { kind, party: 'party' in event && kind in lettersToParties ? event.party : null }
}

/** The letter whose going out an event records. That a receipt went out nothing but its keeping records. */
function kindSentBy(event: RequestEvent): LetterKind | null {
  switch (event.type) {
    case 'correctionRequested':
      return 'correctionNotice'
    case 'justificationRequested':
      return 'justificationNotice'
    case 'extended':
      return 'extensionNotice'
    case 'postponed':
      return 'postponementNotice'
    case 'consultationSent':
      return event.with === 'thirdParty'
        ? 'thirdPartyConsultation'
        : event.with === 'coMaker'
          ? 'coMakerConsultation'
          : 'otherAgencyConsultation'
    case 'thirdPartyInformed':
      return 'thirdPartyNotice'
    case 'feeNotified':
      return 'feeNotice'
    case 'abandoned':
      return 'correctionOverdueNotice'
    case 'feeLapsed':
      return 'feeOverdueNotice'
    case 'served':
      return 'reply'
    default:
      return null
  }
}

function composedAnew(
  material: VolumeMaterial,
  { at, kind, party }: Sent<LetterKind>,
  events: readonly RequestEvent[],
): ReturnType<typeof composeLetter> {
  const { facts, people, calendar } = material
  const sent = events[at]
  if (!sent) throw new RangeError(`no event ${at}`)
  return composeLetter(
    kind,
    { number: material.number, events, calendar },
    {
      ...facts,
      applicants: people ? people.applicants.map(({ name }) => name) : ['申请人'],
      agent: people ? (people.agent?.name ?? null) : '代理人',
      attachments: attachmentsOf(material, events),
      content: contentAt(material, at),
      consulted: party,
      thirdParty: party === null ? null : (people?.thirdParties[party] ?? party),
      documentNumber: null,
      draft: false,
      today: sent.on,
    },
  )
}

/** Names of the files that a reply handed over; a name may say who applies. */
function attachmentsOf({ people, fileNames }: VolumeMaterial, events: readonly RequestEvent[]): readonly string[] {
  const provision = foldEvents(events)?.decision?.provision
  if (provision?.how !== 'supplied') return []
  return provision.files.flatMap((file) => (people ? (fileNames[file] ?? []) : ['附件']))
}

/** What was asked for when an event came. */
function contentAt({ formerContents, content }: VolumeMaterial, at: number): string | null {
  const later = formerContents.find(({ version }) => version > at)
  return later ? later.content : content
}

/** What was handed over, of the drafts that went out. */
function providedIn(material: VolumeMaterial): readonly Draft<'provided'>[] {
  const told = material.events.map(({ event }) => event)
  return told.flatMap((event, at): readonly Draft<'provided'>[] => {
    if (event.type !== 'served') return []
    const decision = foldEvents(told.slice(0, at + 1))?.decision
    if (decision?.provision?.how !== 'supplied') return []
    return decision.provision.files.map((file) =>
      fileDocument(material, file, {
        kind: 'provided',
        number: null,
        author: material.facts.agency.name,
        title: documentTitles.provided,
        on: event.on,
        remark: '答复书所附',
      }),
    )
  })
}
