import type { Volume, VolumeDocument } from '../../../requests/volume/volume.ts'
import { limits } from '../../limits.ts'
import { BinderApart } from '../../worker/bind-apart.ts'
import type { VolumePaper, VolumePart } from '../pdf/volume-paper.ts'
import { type PaperSetter, startPaperSetter } from '../pdf/write-pdf-apart.ts'
import { ownPages, printedName } from './own-pages.ts'
import { setShowable } from './set-showable.ts'
import { backParts, frontParts, titleOfPart } from './volume-ends.ts'
import { stateOf, type VolumeFile } from './volume-file.ts'
import type { BindingPlan, BoundDocument, TakenFile } from './volume-parts.ts'
import type { PrintedDocument } from './volume-tables.ts'

export type PrintedVolume = {
  readonly bytes: Uint8Array
  readonly documents: readonly PrintedDocument[]
  /** Characters that no face at hand shows; 〓 stands in their place, as printers have always done it. */
  readonly unshown: readonly string[]
}

type FileOf = (digest: string) => Promise<VolumeFile>

/** Where pages are set and taken in; each that is taken has its place among all. */
type Desk = {
  readonly set: PaperSetter['set']
  readonly take: (
    bytes: Uint8Array,
    mediaType: string,
  ) => Promise<{ readonly place: number; readonly taken: TakenFile }>
}

type Bound = { readonly printed: PrintedDocument; readonly bound: BoundDocument }

/**
 * A volume as one pdf: cover and list of contents, the documents with their numbered pages, the digests of their files, the closing
 * sheet. A file that cannot become pages is attached, and a page says so. The same volume gives the same bytes on any day.
 * Throws Refusal `volume-too-large`.
 */
export async function printVolume(volume: Volume, fileOf: FileOf): Promise<PrintedVolume> {
  const setter = startPaperSetter()
  const binder = new BinderApart()
  const unshown = new Set<string>()
  let place = 0
  const desk: Desk = {
    set: (task) => setShowable(setter, task, unshown),
    take: async (bytes, mediaType) => ({ place: place++, taken: await binder.take(bytes, mediaType) }),
  }
  try {
    const all = await takeDocuments(desk, volume, fileOf)
    const bytes = await binder.bind(await planOf(desk, volume, all))
    return { bytes, documents: all.map(({ printed }) => printed), unshown: [...unshown] }
  } finally {
    binder.close()
    await setter.close()
  }
}

/** The documents one by one, so that no more than one file is held at a time; what there is no room for is left out. */
async function takeDocuments(desk: Desk, volume: Volume, fileOf: FileOf): Promise<readonly Bound[]> {
  const all: Bound[] = []
  let room: number = limits.volumeBytes
  for (const document of volume.documents) {
    const file = document.source.from === 'file' ? await fileOf(document.source.file) : null
    const fits = file !== null && file.content.length <= room
    if (file && fits) room -= file.content.length
    const before = all.at(-1)?.printed.to ?? 0
    all.push(await takeDocument(desk, volume, document, { file, fits, before, order: all.length + 1 }))
  }
  return all
}

/** A document with its pages: those of its file, or what is set here in their place. */
async function takeDocument(
  desk: Desk,
  volume: Volume,
  document: VolumeDocument,
  { file, fits, before, order }: { file: VolumeFile; fits: boolean; before: number; order: number },
): Promise<Bound> {
  const { source, kind } = document
  const kept = file && fits ? await desk.take(file.content, file.mediaType) : null
  const as = stateOf(source, file, fits, kept?.taken ?? null)
  const own = await ownPages(volume, document, file, as, desk.set)
  const shown = own ? await desk.take(own, 'application/pdf') : kept
  if (!shown || !('pages' in shown.taken)) throw new Error(`no pages for ${document.title}`)
  const name = file && printedName(file.name)
  const title = name !== null && namedByFile.has(kind) ? `${document.title}：${name}` : document.title
  const attached =
    kept && file && as !== 'pages'
      ? { place: kept.place, name: `${String(order).padStart(3, '0')}-${file.name}`, mediaType: file.mediaType }
      : null
  return {
    printed: {
      ...document,
      title,
      from: before + 1,
      to: before + shown.taken.pages,
      taken: 'file' in source ? { digest: source.file, name, as } : null,
    },
    bound: { title, pages: shown.place, attached },
  }
}

/** Documents of which there are many alike: their files tell them apart. */
const namedByFile: ReadonlySet<VolumeDocument['kind']> = new Set(['material', 'provided', 'evidence'])

/** Everything that is bound, with what is set once all page numbers are known. */
async function planOf({ set }: Desk, volume: Volume, all: readonly Bound[]): Promise<BindingPlan> {
  const { title, agency, on, number } = volume
  const printed = all.map((one) => one.printed)
  const front = frontParts(volume, printed)
  const back = backParts(volume, printed)
  const paper = (parts: readonly VolumePart[]): { readonly volume: VolumePaper } => ({
    volume: { title, agency, on, parts },
  })
  const titles = (parts: readonly VolumePart[], pageOf: (at: number) => number) =>
    parts.map((part, at) => ({ title: titleOfPart(part), page: pageOf(at) }))
  return {
    title: `${title}　${number}`,
    author: agency,
    front: { bytes: await set(paper(front)), titles: titles(front, (at) => at) },
    documents: all.map(({ bound }) => bound),
    back:
      back.length === 0
        ? null
        : {
            bytes: await set(paper(back)),
            titles: titles(back, (at) => (at === 0 ? 0 : at - back.length)),
          },
    digits: await set(paper([{ kind: 'digits' }])),
  }
}
