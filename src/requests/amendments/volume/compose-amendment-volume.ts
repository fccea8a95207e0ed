import { officialDay } from '../../../office/official-day.ts'
import { assembleVolume, remedyRows, type VolumeWish } from '../../volume/assemble-volume.ts'
import { saidRows } from '../../volume/said-rows.ts'
import type { SheetRow, Volume } from '../../volume/volume.ts'
import { shortLine } from '../../words/short-line.ts'
import type { AmendmentCase } from '../amendment-case.ts'
import type { AmendmentEvent } from '../amendment-event.ts'
import { foldAmendment } from '../evolve-amendment.ts'
import { amendmentWords } from '../words/amendment-words.ts'
import { amendmentLetterDocuments } from './amendment-letter-documents.ts'
import { amendmentPapersAfter, amendmentPapersBefore } from './amendment-papers.ts'
import { amendmentProofOf } from './amendment-proofs.ts'
import type { AmendmentVolumeMaterial } from './amendment-volume-material.ts'

/** The documents of a record amendment in the customary order, with cover and closing sheet. No act archives it. */
export function composeAmendmentVolume(material: AmendmentVolumeMaterial, wish: VolumeWish): Volume {
  const { number, events } = material
  const amendment = foldAmendment(events.map(({ event }) => event))
  if (!amendment) throw new TypeError(`a case without events: ${number}`)
  const letters = amendmentLetterDocuments(material)
  return assembleVolume(material, wish, {
    title: '政府信息更正申请案卷',
    cover: coverRows(material, amendment, wish),
    drafts: [...amendmentPapersBefore(material), ...letters.documents, ...amendmentPapersAfter(material)],
    proofOf: amendmentProofOf,
    gaps: letters.gaps,
    archived: null,
    unarchived: '',
  })
}

function coverRows(
  { number, people, record, claim, remedies, events }: AmendmentVolumeMaterial,
  { arrivedOn, transferredFrom, closing, reopening, approved }: AmendmentCase,
  { purpose }: VolumeWish,
): readonly SheetRow[] {
  const { results } = amendmentWords['zh-CN']
  const [first, ...anew] = [...closingsBefore(events.map(({ event }) => event)), ...(closing ? [closing] : [])]
  const rows = saidRows([
    ...(purpose === 'archive' ? [] : remedyRows(remedies)),
    ['申请编号', number],
    ['申请人', people?.applicants.map(({ name }) => name).join('、') ?? ''],
    ['认为有误的记录', shortLine(record, 120)],
    ['要求更正的内容', shortLine(claim, 120)],
    ['收到日期', officialDay(arrivedOn)],
    ['转送机关', transferredFrom?.agency ?? ''],
    first ? ['办理结果', results[first.result]] : null,
    first ? ['办结日期', officialDay(first.on)] : null,
    ['重新办理依据', reopening?.remedy ?? ''],
    ...anew.map(({ result, on }) => ['重新办理结果', `${results[result]}，${officialDay(on)}`] as const),
    ['告知书文号', approved.map(({ documentNumber }) => documentNumber).join('、')],
  ])
  // The number is written by hand once the case is archived.
  return purpose === 'archive' ? [['案卷号', ''], ...rows] : rows
}

/** How the case ended each time before a remedy reopened it, oldest first: each end has its letter in the volume. */
function closingsBefore(events: readonly AmendmentEvent[]): readonly NonNullable<AmendmentCase['closing']>[] {
  return events.flatMap(({ type }, at) => {
    const ended = type === 'reopened' ? foldAmendment(events.slice(0, at))?.closing : null
    return ended ? [ended] : []
  })
}
