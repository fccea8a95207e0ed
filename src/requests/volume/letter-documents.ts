import { foldEvents } from '../case/evolve.ts'
import { lettersToParties } from '../decide/handling/letter-reached.ts'
import type { EventOf, RequestEvent } from '../events/request-event.ts'
import { composeLetter } from '../letters/compose-letter.ts'
import type { LetterKind } from '../letters/letter-kind.ts'
import { notices, replyTitle } from '../letters/letter-kinds.ts'
import { missingInWords } from '../words/letter-words.ts'
import { eventRows } from './event-rows.ts'
import type { Volume } from './volume.ts'
import { type Draft, fileDocument, type VolumeMaterial } from './volume-material.ts'
import { documentTitles } from './volume-words.ts'

/** A letter that an event says went out, at its place among the events. */
type Sent = {
  readonly at: number
  readonly kind: LetterKind
  readonly party: string | null
  readonly number: string | null
}

/**
 * Every letter that went out, in the order of its days: kept ones as they were kept; where none was kept, put into words out
 * of the record and marked so; where that lacks something, a page that says what. Behind a reply what was given with it.
 */
export function letterDocuments(material: VolumeMaterial): {
  readonly documents: readonly Draft[]
  readonly gaps: Volume['gaps']
} {
  const told = material.events.map(({ event }) => event)
  const kept = told.flatMap((event, at) => (event.type === 'letterKept' ? [{ event, at }] : []))
  const named = kept.filter(({ event }) => mayBeNamed(material, event))
  const gaps: Volume['gaps'][number][] = []
  const missing = told
    .flatMap((event, at) => sentBy(told, event, at))
    .filter((sent) => !named.some((one) => belongs(told, one, sent)))
    .map((sent) => {
      const hidden = kept.some((one) => belongs(told, one, sent))
      const { draft, lacks } = composedAnew(material, told, sent, hidden)
      if (lacks !== null) gaps.push({ title: draft.title, missing: lacks })
      return draft
    })
  const documents = [...named.map(({ event }) => keptDocument(material, event)), ...missing]
  const inOrder = documents
    .map((draft, at) => ({ draft, at }))
    .sort((a, b) => (a.draft.on < b.draft.on ? -1 : a.draft.on > b.draft.on ? 1 : a.at - b.at))
    .map(({ draft }) => draft)
  return { documents: [...inOrder, ...providedIn(material, told)], gaps }
}

/** Whether a kept letter may be shown: one to a third party names them. Where nobody is named it is only told of. */
function mayBeNamed({ people }: VolumeMaterial, { kind, party }: EventOf<'letterKept'>): boolean {
  return people === null || lettersToParties[kind] !== 'thirdParty' || (party !== null && party in people.thirdParties)
}

function sentBy(told: readonly RequestEvent[], event: RequestEvent, at: number): readonly Sent[] {
  const kind = kindSentBy(event)
  if (kind === null) return []
  const party = 'party' in event && kind in lettersToParties ? event.party : null
  const approved = kind === 'reply' ? told.slice(0, at).findLast((one) => one.type === 'approved') : null
  return [{ at, kind, party, number: approved?.type === 'approved' ? approved.documentNumber : null }]
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

/** A reply is known by its number; any other letter is the last one of its kind that had gone out when it was kept. */
function belongs(
  told: readonly RequestEvent[],
  kept: { readonly event: EventOf<'letterKept'>; readonly at: number },
  { at, kind, party, number }: Sent,
): boolean {
  if (kept.event.kind !== kind || kept.event.party !== party) return false
  if (kind === 'reply') return kept.event.documentNumber === number
  const later = told.findLastIndex(
    (one, place) =>
      place < kept.at && kindSentBy(one) === kind && (party === null || ('party' in one && one.party === party)),
  )
  return later === at
}

function titleOf(kind: LetterKind): string {
  return kind === 'reply' ? replyTitle : notices[kind].title
}

function keptDocument(material: VolumeMaterial, event: EventOf<'letterKept'>): Draft {
  const { kind, on, documentNumber, origin, file, party } = event
  return fileDocument(material, file, {
    kind: 'letter',
    number: documentNumber,
    author: material.facts.agency.name,
    title: party === null ? titleOf(kind) : `${titleOf(kind)}（${party}）`,
    on,
    remark: origin === 'scan' ? '发出件（盖章扫描件）' : '发出件',
  })
}

function composedAnew(
  material: VolumeMaterial,
  told: readonly RequestEvent[],
  { at, kind, party, number }: Sent,
  hidden: boolean,
): { readonly draft: Draft; readonly lacks: string | null } {
  const { facts, people, calendar } = material
  const events = told.slice(0, at + 1)
  const event = told[at]
  if (!event) throw new RangeError(`no event ${at}`)
  const composed = composeLetter(
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
      today: event.on,
    },
  )
  const base = {
    kind: 'letter',
    number,
    author: facts.agency.name,
    title: party === null ? titleOf(kind) : `${titleOf(kind)}（${party}）`,
    on: composed.letter?.on ?? event.on,
  } as const
  const nameless =
    people !== null && lettersToParties[kind] === 'thirdParty' && !(party !== null && party in people.thirdParties)
  const why = [...(hidden ? [] : ['未留存发出件']), ...(nameless ? ['隐去第三方身份'] : [])].join('，')
  if (composed.letter)
    return {
      draft: { ...base, remark: `${why}，据案件记录生成`, source: { from: 'composed', letter: composed.letter } },
      lacks: null,
    }
  const lacks =
    composed.refused.rule === 'letter-incomplete' ? missingInWords(composed.refused.missing, 'zh-CN') : '案件记录'
  const sheet = {
    title: base.title,
    sections: [{ heading: null, rows: eventRows(event) }],
    note: `${why}，也不能据案件记录生成，缺少：${lacks}。`,
  }
  return { draft: { ...base, remark: `${why}，未能生成`, source: { from: 'record', sheet } }, lacks }
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
function providedIn(material: VolumeMaterial, told: readonly RequestEvent[]): readonly Draft[] {
  return told.flatMap((event, at): readonly Draft[] => {
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
