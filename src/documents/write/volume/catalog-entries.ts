import { PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFPage, type PDFRef } from '@cantoo/pdf-lib'

export type OutlineEntry = { readonly title: string; readonly page: PDFPage }

/** Bookmarks, one after the other. */
export function addOutline({ context, catalog }: PDFDocument, entries: readonly OutlineEntry[]): void {
  if (entries.length === 0) return
  const root = context.nextRef()
  const refs = entries.map(() => context.nextRef())
  for (const [at, { title, page }] of entries.entries()) {
    const entry = context.obj({ Parent: root, Dest: [page.ref, 'Fit'] })
    entry.set(PDFName.of('Title'), PDFHexString.fromText(title))
    const [previous, next] = [refs[at - 1], refs[at + 1]]
    if (previous) entry.set(PDFName.of('Prev'), previous)
    if (next) entry.set(PDFName.of('Next'), next)
    context.assign(refs[at] as PDFRef, entry)
  }
  context.assign(
    root,
    context.obj({ Type: 'Outlines', First: refs[0] as PDFRef, Last: refs.at(-1) as PDFRef, Count: entries.length }),
  )
  catalog.set(PDFName.of('Outlines'), root)
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}

/** Files that travel inside the pdf, as they are; their names are different and in order, as such a list must be. */
export function addAttachments(
  { context, catalog }: PDFDocument,
  files: readonly { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }[],
): void {
  if (files.length === 0) return
  const names = files.flatMap(({ name, mediaType, bytes }) => {
    const stream = context.stream(bytes, {
      Type: 'EmbeddedFile',
      Subtype: mediaType.split(';')[0] ?? mediaType,
      Params: { Size: bytes.length },
    })
    const data = context.register(stream)
    const file = context.obj({ Type: 'Filespec', EF: { F: data, UF: data }, AFRelationship: 'Source' })
    file.set(PDFName.of('F'), PDFHexString.fromText(name))
    file.set(PDFName.of('UF'), PDFHexString.fromText(name))
    return [PDFHexString.fromText(name), context.register(file)]
  })
  const tree = context.obj({ EmbeddedFiles: { Names: names } })
  if (tree instanceof PDFDict) catalog.set(PDFName.of('Names'), tree)
}
