import type { FileWarning } from '../../publications/file-warning.ts'
import type { PublicFileKind } from '../../publications/public-file-kind.ts'
import { stripOffice } from './strip-office.ts'
import { stripGif, stripJpeg, stripPng, stripWebp } from './strip-picture.ts'

/** A file as the public gets it, and what it holds besides what it shows. */
export type PublicCopy = { readonly bytes: Uint8Array; readonly warnings: readonly FileWarning[] }

/** Takes away what a file tells of who made it, where and when. Runs where foreign files are read. Throws Refusal. */
export async function publicCopyOf(kind: PublicFileKind, bytes: Uint8Array): Promise<PublicCopy> {
  const picture = (stripped: Uint8Array) => ({ bytes: stripped, warnings: [] })
  switch (kind) {
    case 'pdf':
      // Large, and needed for pdf alone.
      return await (await import('./strip-pdf.ts')).stripPdf(bytes)
    case 'docx':
    case 'xlsx':
      return stripOffice(bytes)
    case 'png':
      return picture(stripPng(bytes))
    case 'jpeg':
      return picture(stripJpeg(bytes))
    case 'gif':
      return picture(stripGif(bytes))
    case 'webp':
      return picture(stripWebp(bytes))
    case 'csv':
      return picture(bytes)
  }
}
