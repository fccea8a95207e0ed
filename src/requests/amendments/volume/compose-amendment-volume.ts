import { officialDay } from '../../../office/official-day.ts'
import { assembleVolume, remedyRows, type VolumeWish } from '../../volume/assemble-volume.ts'
import { saidRows } from '../../volume/said-rows.ts'
import type { SheetRow, Volume } from '../../volume/volume.ts'
import { shortLine } from '../../words/short-line.ts'
import type { AmendmentCase } from '../amendment-case.ts'
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
  { number, people, record, claim, remedies }: AmendmentVolumeMaterial,
  { arrivedOn, transferredFrom, closing, reopening, approved }: AmendmentCase,
  { purpose }: VolumeWish,
): readonly SheetRow[] {
  const rows = saidRows([
    ...(purpose === 'archive' ? [] : remedyRows(remedies)),
    ['申请编号', number],
    ['申请人', people?.applicants.map(({ name }) => name).join('、') ?? ''],
    ['认为有误的记录', shortLine(record, 120)],
    ['要求更正的内容', shortLine(claim, 120)],
    ['收到日期', officialDay(arrivedOn)],
    ['转送机关', transferredFrom?.agency ?? ''],
    ['重新办理依据', reopening?.remedy ?? ''],
    closing && ['办理结果', amendmentWords['zh-CN'].results[closing.result]],
    closing && ['办结日期', officialDay(closing.on)],
    ['告知书文号', approved.map(({ documentNumber }) => documentNumber).join('、')],
  ])
  // The number is written by hand once the case is archived.
  return purpose === 'archive' ? [['案卷号', ''], ...rows] : rows
}
