import { officialDay } from '../../office/official-day.ts'
import type { Day } from '../../statute/day.ts'
import { foldEvents } from '../case/evolve.ts'
import { clockOf } from '../case/listing-of.ts'
import type { RequestCase } from '../case/request-case.ts'
import { shortLine } from '../words/short-line.ts'
import { assembleVolume, lastDayOf, remedyRows, type VolumeWish } from './assemble-volume.ts'
import { outcomeOf } from './event-rows.ts'
import { letterDocuments } from './letter-documents.ts'
import { type ProofDays, proofOf } from './proof-purposes.ts'
import { papersAfter, papersBefore } from './record-documents.ts'
import { saidRows } from './said-rows.ts'
import type { SheetRow, Volume } from './volume.ts'
import type { VolumeMaterial } from './volume-material.ts'

/** The documents of a case in the customary order, with cover and closing sheet. */
export function composeVolume(material: VolumeMaterial, wish: VolumeWish): Volume {
  const { number, events } = material
  const request = foldEvents(events.map(({ event }) => event))
  if (!request) throw new TypeError(`a case without events: ${number}`)
  const letters = letterDocuments(material)
  const days = proofDays(material, request, lastDayOf(events))
  const archived = events.findLast(({ event }) => event.type === 'archived')
  return assembleVolume(material, wish, {
    title: '政府信息公开申请案卷',
    cover: coverRows(material, request, wish),
    drafts: [...papersBefore(material), ...letters.documents, ...papersAfter(material)],
    proofOf: (draft) => proofOf(draft, days),
    gaps: letters.gaps,
    archived: archived ? { actor: archived.actor, on: archived.event.on } : null,
    unarchived: '（未归档）',
  })
}

function coverRows(
  { number, people, content, remedies }: VolumeMaterial,
  { volume, receivedOn, closing, closingAnew, replies }: RequestCase,
  { purpose }: VolumeWish,
): readonly SheetRow[] {
  return saidRows([
    ...(purpose === 'archive' ? ([['案卷号', volume ?? '（未归档）']] as const) : remedyRows(remedies)),
    ['申请编号', number],
    ['申请人', people?.applicants.map(({ name }) => name).join('、') ?? ''],
    ['申请内容', shortLine(content ?? '（未记载）', 120)],
    receivedOn && ['收到申请之日', officialDay(receivedOn)],
    closing && ['办理结果', outcomeOf(closing.outcome)],
    closing && ['办结日期', officialDay(closing.on)],
    closingAnew && ['重新办理结果', `${outcomeOf(closingAnew.outcome)}，${officialDay(closingAnew.on)}`],
    ['答复文号', replies.flatMap((one) => one.documentNumber ?? []).join('、')],
  ])
}

function proofDays({ calendar }: VolumeMaterial, request: RequestCase, on: Day): ProofDays {
  return {
    receivedOn: request.receivedOn,
    dueOn: clockOf(request, calendar, on)?.dueOn ?? null,
    closedOn: request.closing?.on ?? null,
  }
}
