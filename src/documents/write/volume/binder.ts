import { EncryptedPDFError, PDFArray, PDFDict, PDFDocument, PDFName, type PDFPage } from '@cantoo/pdf-lib'
import { limits } from '../../limits.ts'
import { addAttachments, addOutline, type OutlineEntry } from './catalog-entries.ts'
import type { Picture, PictureFault } from './picture.ts'
import { placePicture } from './place-picture.ts'
import { readJpeg } from './read-jpeg.ts'
import { readPng } from './read-png.ts'
import { readTiff } from './read-tiff.ts'
import { stampNumber } from './stamp-number.ts'
import type { AttachReason, BindingPlan, TakenFile } from './volume-parts.ts'

type Content =
  | { readonly is: 'pdf'; readonly document: PDFDocument }
  | { readonly is: 'pictures'; readonly pictures: readonly Picture[] }
  /** A PNG that is unpacked only when it is placed. */
  | { readonly is: 'png' }
  | { readonly is: 'attached' }

type Taken = { readonly bytes: Uint8Array; readonly content: Content }

/** A PNG is unpacked in memory up to so many pixels. */
const mostUnpacked = 30_000_000

/** Takes the files of a case one after the other and binds them into one pdf. Foreign bytes: it runs in a process of its own. */
export class Binder {
  readonly #taken: Taken[] = []

  /** Looks at the next file. What cannot become pages is kept to be attached. */
  async take(bytes: Uint8Array, mediaType: string, attach: boolean): Promise<TakenFile> {
    const found = attach ? 'exhausted' : await contentOf(bytes, mediaType)
    const content: Content = typeof found === 'string' ? { is: 'attached' } : found
    this.#taken.push({ bytes, content })
    if (typeof found === 'string') return { attach: found }
    return { pages: pagesOf(found) }
  }

  /** The whole as one pdf: outline, page numbers in the outer corners, attached files. The same every time. */
  async bind({ title, author, front, documents, back, digits }: BindingPlan): Promise<Uint8Array> {
    const volume = await PDFDocument.create({ updateMetadata: false })
    volume.setTitle(title)
    volume.setAuthor(author)
    const figures = await volume.embedPages((await PDFDocument.load(digits, { updateMetadata: false })).getPages())
    const outline: OutlineEntry[] = []
    const attached: { name: string; mediaType: string; bytes: Uint8Array }[] = []
    outline.push(...(await addUnnumbered(volume, front)))
    let number = 0
    for (const { title: name, pages: place, attached: file } of documents) {
      const pages = await addContent(volume, this.#at(place))
      if (file) attached.push({ name: file.name, mediaType: file.mediaType, bytes: this.#at(file.place).bytes })
      for (const page of pages) stampNumber(page, ++number, figures)
      if (pages[0]) outline.push({ title: name, page: pages[0] })
    }
    if (back) outline.push(...(await addUnnumbered(volume, back)))
    addOutline(volume, outline)
    addAttachments(volume, attached)
    return await volume.save({ addDefaultPage: false, updateFieldAppearances: false, useObjectStreams: true })
  }

  #at(place: number): Taken {
    const taken = this.#taken[place]
    if (!taken) throw new RangeError(`nothing was taken in at ${place}`)
    return taken
  }
}

/** Pages that the office adds around the documents: each part has the bookmark of its title at its first page. */
async function addUnnumbered(
  volume: PDFDocument,
  { bytes, titles }: BindingPlan['front'],
): Promise<readonly OutlineEntry[]> {
  const pages = await addPdf(volume, await PDFDocument.load(bytes, { updateMetadata: false }))
  return titles.flatMap(({ title, page }) => {
    const found = pages.at(page)
    return found ? [{ title, page: found }] : []
  })
}

async function contentOf(
  bytes: Uint8Array,
  mediaType: string,
): Promise<Exclude<Content, { is: 'attached' }> | AttachReason> {
  switch (mediaType) {
    case 'application/pdf':
      return await openPdf(bytes)
    case 'image/jpeg':
      return asPictures(readJpeg(bytes))
    case 'image/tiff': {
      const pages = readTiff(bytes)
      return typeof pages === 'string' ? pages : { is: 'pictures', pictures: pages }
    }
    case 'image/png': {
      const picture = await readPng(bytes)
      if (typeof picture === 'string' || !('unpack' in picture)) return asPictures(picture)
      const { width, height } = picture.unpack
      return width * height > mostUnpacked ? 'picture' : await unpackable(bytes)
    }
    default:
      return 'kind'
  }
}

function asPictures(picture: Picture | PictureFault): (Content & { is: 'pictures' }) | AttachReason {
  return typeof picture === 'string' ? picture : { is: 'pictures', pictures: [picture] }
}

async function openPdf(bytes: Uint8Array): Promise<{ is: 'pdf'; document: PDFDocument } | AttachReason> {
  // A file that breaks off would lose what it no longer holds without a word.
  if (!Buffer.from(bytes.subarray(-2048)).includes('%%EOF')) return 'damaged'
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, warnOnInvalidObjects: false })
    const pages = document.getPages()
    if (pages.length > limits.pdfPages) return 'tooManyPages'
    if (pages.length === 0 || pages.some(isNoPage)) return 'damaged'
    // What would break the binding shows here, where it is still known which file it is.
    await addPdf(await PDFDocument.create({ updateMetadata: false }), document)
    return { is: 'pdf', document }
  } catch (error) {
    return error instanceof EncryptedPDFError ? 'encrypted' : 'damaged'
  }
}

function isNoPage(page: PDFPage): boolean {
  const { width, height } = page.getSize()
  return !(width > 0 && height > 0)
}

/** Whether a picture can be unpacked is seen by unpacking it; it is placed from its bytes later. */
async function unpackable(bytes: Uint8Array): Promise<{ is: 'png' } | 'damaged'> {
  try {
    const trial = await PDFDocument.create({ updateMetadata: false })
    await trial.embedPng(bytes)
    return { is: 'png' }
  } catch {
    return 'damaged'
  }
}

function pagesOf(content: Content): number {
  switch (content.is) {
    case 'pdf':
      return content.document.getPageCount()
    case 'pictures':
      return content.pictures.length
    case 'png':
      return 1
    case 'attached':
      return 0
  }
}

async function addContent(
  volume: PDFDocument,
  { content, bytes }: { readonly content: Content; readonly bytes: Uint8Array },
): Promise<readonly PDFPage[]> {
  switch (content.is) {
    case 'pdf':
      return await addPdf(volume, content.document)
    case 'pictures':
      return content.pictures.map((picture) => placePicture(volume, picture))
    case 'png': {
      const { width, height, ref } = await volume.embedPng(bytes)
      return [placePicture(volume, { width, height, orientation: 1, unpacked: ref })]
    }
    case 'attached':
      return []
  }
}

async function addPdf(volume: PDFDocument, source: PDFDocument): Promise<readonly PDFPage[]> {
  for (const page of source.getPages()) quieten(page)
  const pages = await volume.copyPages(source, source.getPageIndices())
  for (const page of pages) volume.addPage(page)
  return pages
}

/** A page in a volume starts nothing and leads nowhere: actions go, and what would pull the rest of its file along. */
function quieten(page: PDFPage): void {
  for (const name of ['AA', 'B', 'PieceInfo', 'StructParents', 'Thumb', 'Metadata']) page.node.delete(PDFName.of(name))
  const annotations = page.node.Annots()
  if (!(annotations instanceof PDFArray)) return
  for (let at = 0; at < annotations.size(); at++) {
    const annotation = annotations.lookup(at)
    if (!(annotation instanceof PDFDict)) continue
    for (const name of ['A', 'AA', 'P', 'Parent', 'Dest', 'Popup', 'IRT', 'StructParent'])
      annotation.delete(PDFName.of(name))
  }
}
