import { Refusal } from '../../../refusals/refusal.ts'
import type { DocumentSource, Sheet, Volume, VolumeDocument } from '../../../requests/volume/volume.ts'
import { limits } from '../../limits.ts'
import { BinderApart } from '../../worker/bind-apart.ts'
import type { PdfTask } from '../pdf/pdf-answer.ts'
import type { VolumePaper, VolumePart } from '../pdf/volume-paper.ts'
import { type PaperSetter, startPaperSetter } from '../pdf/write-pdf-apart.ts'
import { attachWords, composedMark } from './volume-page-words.ts'
import type { AttachReason, BoundDocument } from './volume-parts.ts'
import { contentsList, digestList, evidenceList, type PrintedDocument } from './volume-tables.ts'

/** A stored file with its bytes; null where the store has lost it. */
export type VolumeFile = { readonly name: string; readonly mediaType: string; readonly content: Uint8Array } | null

export type PrintedVolume = {
  readonly bytes: Uint8Array
  readonly documents: readonly PrintedDocument[]
  /** Characters that no face at hand shows; 〓 stands in their place, as printers have always done it. */
  readonly unshown: readonly string[]
}

/**
 * A volume as one pdf: cover and list of contents, the documents with their numbered pages, the digests of their files, the closing
 * sheet. A file that cannot become pages is attached, and a page says so. The same volume gives the same bytes on any day.
 * Throws Refusal `volume-too-large`.
 */
export async function printVolume(
  volume: Volume,
  fileOf: (digest: string) => Promise<VolumeFile>,
): Promise<PrintedVolume> {
  const setter = startPaperSetter()
  const unshown = new Set<string>()
  const set = (task: PdfTask) => setShowable(setter, task, unshown)
  const binder = new BinderApart()
  try {
    const documents: (PrintedDocument & { readonly bound: BoundDocument })[] = []
    let [page, place, room] = [1, 0, limits.volumeBytes as number]
    const take = async (bytes: Uint8Array, mediaType: string) => ({
      place: place++,
      taken: await binder.take(bytes, mediaType),
    })
    for (const [at, document] of volume.documents.entries()) {
      const file = document.source.from === 'file' ? await fileOf(document.source.file) : null
      const fits = file !== null && file.content.length <= room
      if (file && fits) room -= file.content.length
      const kept = file && fits ? await take(file.content, file.mediaType) : null
      const told = stateOf(document.source, file, fits, kept?.taken ?? null)
      const title =
        file && namedByFile.has(document.kind) ? `${document.title}：${printedName(file.name)}` : document.title
      const own = await ownPages(volume, document, file, told, set)
      const shown = own ? await take(own, 'application/pdf') : kept
      if (!shown || !('pages' in shown.taken)) throw new Error(`no pages for ${document.title}`)
      const attached =
        kept && file && told !== 'pages'
          ? { place: kept.place, name: `${String(at + 1).padStart(3, '0')}-${file.name}`, mediaType: file.mediaType }
          : null
      const last = page + shown.taken.pages - 1
      const digest = 'file' in document.source ? document.source.file : null
      documents.push({
        ...document,
        title,
        from: page,
        to: last,
        taken: digest === null ? null : { digest, name: file && printedName(file.name), as: told },
        bound: { title, pages: shown.place, attached },
      })
      page = last + 1
    }
    const front = frontParts(volume, documents, page - 1)
    const back = backParts(volume, documents)
    const paper = (parts: readonly VolumePart[]): { readonly volume: VolumePaper } => ({
      volume: { title: volume.title, agency: volume.agency, on: volume.on, parts },
    })
    const bytes = await binder.bind({
      title: `${volume.title}　${volume.cover.find(([label]) => label === '申请编号')?.[1] ?? ''}`,
      author: volume.agency,
      front: {
        bytes: await set(paper(front)),
        titles: front.map((part, at) => ({ title: part.kind === 'cover' ? '封面' : titleOf(part), page: at })),
      },
      documents: documents.map(({ bound }) => bound),
      back:
        back.length === 0
          ? null
          : {
              bytes: await set(paper(back)),
              titles: back.map((part, at) => ({ title: titleOf(part), page: at === 0 ? 0 : at - back.length })),
            },
      digits: await set(paper([{ kind: 'digits' }])),
    })
    return { bytes, documents: documents.map(({ bound: _, ...document }) => document), unshown: [...unshown] }
  } finally {
    binder.close()
    await setter.close()
  }
}

const geta = '〓'

/** Sets a paper; what an applicant wrote must not stop a volume, so a character without a face becomes a sign for it. */
async function setShowable(setter: PaperSetter, task: PdfTask, unshown: Set<string>): Promise<Uint8Array> {
  try {
    return await setter.set(task)
  } catch (error) {
    if (!(error instanceof Refusal) || error.id !== 'missing-glyph') throw error
    const missing = [...String(error.details.characters)].filter((one) => one !== ' ' && one !== geta)
    if (missing.length === 0) throw error
    for (const one of missing) unshown.add(one)
    return await setShowable(setter, withoutCharacters(task, new Set(missing)) as PdfTask, unshown)
  }
}

function withoutCharacters(value: unknown, missing: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return [...value].map((one) => (missing.has(one) ? geta : one)).join('')
  if (Array.isArray(value)) return value.map((one) => withoutCharacters(one, missing))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutCharacters(inner, missing)]))
}

/** Documents of which there are many alike: their files tell them apart. */
const namedByFile: ReadonlySet<VolumeDocument['kind']> = new Set(['material', 'provided'])

/** A file's name in the characters that any face has: nobody chose it for paper, and it must not stop a volume. */
function printedName(name: string): string {
  return name.replace(/[^ -~·\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/gu, '?')
}

/** How a document stands in the volume: its file as pages, or why not. */
export type DocumentState = 'pages' | AttachReason | 'withheld' | 'lost' | 'noRoom'

function stateOf(
  source: DocumentSource,
  file: VolumeFile,
  fits: boolean,
  taken: { readonly pages: number } | { readonly attach: AttachReason } | null,
): DocumentState {
  if (source.from === 'withheld') return 'withheld'
  if (source.from !== 'file') return 'pages'
  if (file === null) return 'lost'
  if (!fits) return 'noRoom'
  return taken && 'attach' in taken ? taken.attach : 'pages'
}

/** The pages that are set here; null where the file has its own. */
async function ownPages(
  { agency }: Volume,
  document: VolumeDocument,
  file: VolumeFile,
  state: DocumentState,
  set: PaperSetter['set'],
): Promise<Uint8Array | null> {
  const { source, title, on } = document
  if (source.from === 'composed') return await set({ letter: source.letter, mark: composedMark })
  const sheet =
    source.from === 'record' ? source.sheet : state === 'pages' ? null : notice(title, source.file, file, state)
  return sheet && (await set({ volume: { title, agency, on, parts: [{ kind: 'sheet', ...sheet }] } }))
}

/** The page in place of a file that has none. */
function notice(title: string, digest: string, file: VolumeFile, state: DocumentState): Sheet {
  const { stands, why } = attachWords[state]
  return {
    title,
    sections: [
      {
        heading: null,
        rows: [
          ...(file
            ? ([
                ['文件名称', printedName(file.name)],
                ['文件大小', `${file.content.length}字节`],
              ] as const)
            : []),
          ['数字摘要（SHA-256）', digest],
          ['收录方式', stands],
        ],
      },
    ],
    note: why,
  }
}

function frontParts(volume: Volume, documents: readonly PrintedDocument[], pages: number): readonly VolumePart[] {
  if (volume.purpose === 'evidence') return [evidenceList(volume, documents, pages)]
  const rows = [...volume.cover, ['卷内文件', `${documents.length}件，${pages}页`] as const]
  return [{ kind: 'cover', agency: volume.agency, title: volume.title, rows }, contentsList(documents)]
}

function backParts({ closing }: Volume, documents: readonly PrintedDocument[]): readonly VolumePart[] {
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

function titleOf(part: VolumePart): string {
  return 'title' in part ? part.title : ''
}
