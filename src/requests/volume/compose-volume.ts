import type { Day } from '../../statute/day.ts'
import { foldEvents } from '../case/evolve.ts'
import { clockOf } from '../case/listing-of.ts'
import { officialDay } from '../letters/official-day.ts'
import { shortLine } from '../words/short-line.ts'
import { outcomeOf, saidRows } from './event-rows.ts'
import { letterDocuments } from './letter-documents.ts'
import { type ProofDays, proofOf } from './proof-purposes.ts'
import { papersAfter, papersBefore } from './record-documents.ts'
import type { Sheet, SheetRow, Volume, VolumePurpose } from './volume.ts'
import type { VolumeMaterial } from './volume-material.ts'
import { internalKinds } from './volume-words.ts'

export type VolumeWish = {
  readonly purpose: VolumePurpose
  /** Whether papers of the office's own work are in it. */
  readonly internal: boolean
}

/** The documents of a case in the customary order, with cover and closing sheet. */
export function composeVolume(material: VolumeMaterial, { purpose, internal }: VolumeWish): Volume {
  const { number, events, facts, people } = material
  const told = events.map(({ event }) => event)
  const request = foldEvents(told)
  const last = told.at(-1)
  if (!request || !last) throw new TypeError(`a case without events: ${number}`)
  const letters = letterDocuments(material)
  const drafts = [...papersBefore(material), ...letters.documents, ...papersAfter(material)]
  const on =
    told
      .map((event) => event.on)
      .toSorted()
      .at(-1) ?? last.on
  const days = proofDays(material, on)
  const documents = drafts
    .filter(({ kind }) => internal || !internalKinds.has(kind))
    .map((draft) => ({ ...draft, ...proofOf(draft, days) }))
  const names = people?.applicants.map(({ name }) => name).join('、') ?? null
  const closing = request.closing
  return {
    purpose,
    agency: facts.agency.name,
    title: purpose === 'archive' ? '政府信息公开申请案卷' : '证据目录',
    cover: saidRows([
      [purpose === 'archive' ? '立卷机关' : '举证单位', facts.agency.name],
      ...(purpose === 'archive'
        ? ([['案卷号', request.volume ?? '（未归档）']] as const)
        : material.remedies.map((one): SheetRow => ['案号', `${one.caseNumber}${one.body ? `（${one.body}）` : ''}`])),
      ['申请编号', number],
      names ? ['申请人', names] : null,
      ['申请内容', shortLine(material.content ?? '（未记载）', 120)],
      request.receivedOn && ['收到申请之日', officialDay(request.receivedOn)],
      closing && ['办理结果', outcomeOf(closing.outcome)],
      closing && ['办结日期', officialDay(closing.on)],
      request.closingAnew && [
        '重新办理结果',
        `${outcomeOf(request.closingAnew.outcome)}，${officialDay(request.closingAnew.on)}`,
      ],
      request.replies.length > 0
        ? ['答复文号', request.replies.flatMap((one) => one.documentNumber ?? []).join('、')]
        : null,
    ]),
    documents,
    closing: purpose === 'archive' ? closingSheet(material) : null,
    on,
    gaps: letters.gaps,
  }
}

function closingSheet({ events }: VolumeMaterial): Sheet {
  const archived = events.findLast(({ event }) => event.type === 'archived')
  return {
    title: '卷内备考表',
    sections: [
      {
        heading: null,
        rows: [
          ['立卷人', archived?.actor ?? ''],
          ['检查人', ''],
          ['立卷时间', archived ? officialDay(archived.event.on) : '（未归档）'],
        ],
      },
    ],
    note: null,
  }
}

function proofDays({ events, calendar }: VolumeMaterial, on: Day): ProofDays {
  const request = foldEvents(events.map(({ event }) => event))
  const clock = request && clockOf(request, calendar, on)
  return {
    receivedOn: request?.receivedOn ?? null,
    dueOn: clock?.dueOn ?? null,
    closedOn: request?.closing?.on ?? null,
  }
}
