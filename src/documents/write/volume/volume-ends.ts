import type { Sheet, Volume } from '../../../requests/volume/volume.ts'
import type { VolumePart } from '../pdf/volume-paper.ts'
import { attachWords } from './volume-page-words.ts'
import { contentsList, digestList, evidenceList, type PrintedDocument } from './volume-tables.ts'

/** What stands before the documents: cover and list of contents, or the list of evidence. */
export function frontParts(volume: Volume, documents: readonly PrintedDocument[]): readonly VolumePart[] {
  const pages = documents.at(-1)?.to ?? 0
  if (volume.purpose === 'evidence') return [evidenceList(volume, documents, pages)]
  const rows = [...volume.cover, ['卷内文件', `${documents.length}件，${pages}页`] as const]
  return [{ kind: 'cover', agency: volume.agency, title: volume.title, rows }, contentsList(documents)]
}

/** What stands behind them: the digests of their files, and the closing sheet. */
export function backParts({ closing }: Volume, documents: readonly PrintedDocument[]): readonly VolumePart[] {
  const files = documents.filter(({ taken }) => taken !== null)
  const closed: readonly VolumePart[] = closing ? [{ kind: 'sheet', ...withCounts(closing, documents) }] : []
  return [...(files.length > 0 ? [digestList(files)] : []), ...closed]
}

/** What stands in the volume, by number, at the head of the closing sheet. */
function withCounts(closing: Sheet, documents: readonly PrintedDocument[]): Sheet {
  const count = (test: (document: PrintedDocument) => boolean) => documents.filter(test).length
  const [first, ...others] = closing.sections
  const attached = count(({ taken }) => taken !== null && attachWords[taken.as].attached)
  const absent = count(({ taken }) => taken !== null && taken.as !== 'pages' && !attachWords[taken.as].attached)
  const said = [
    `本卷共${documents.length}件，${documents.at(-1)?.to ?? 0}页。`,
    `其中原件（扫描件、电子文件）${count(({ taken }) => taken?.as === 'pages')}件，据案件记录打印或者生成${count(({ source }) => source.from === 'record' || source.from === 'composed')}件。`,
    ...(attached > 0 ? [`不能转为页面、作为附件收入${attached}件。`] : []),
    ...(absent > 0 ? [`未收入${absent}件，页面上载明原因。`] : []),
  ]
  return {
    ...closing,
    sections: [{ heading: null, rows: [['本卷情况说明', said.join('\n')], ...(first?.rows ?? [])] }, ...others],
  }
}

/** What a bookmark calls a part. */
export function titleOfPart(part: VolumePart): string {
  if (part.kind === 'cover') return '封面'
  return 'title' in part ? part.title : ''
}
