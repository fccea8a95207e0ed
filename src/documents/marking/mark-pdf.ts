import {
  concatTransformationMatrix,
  drawObject,
  EncryptedPDFError,
  PDFDocument,
  PDFName,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  setFillingRgbColor,
  setGraphicsState,
} from '@cantoo/pdf-lib'
import type { MarkingFault } from './marking-task.ts'
import { purposeMarkRows, purposeMarkSize } from './purpose-mark.ts'

/** A pdf as its bare pages, without actions, forms and attachments, the words laid over each. */
export async function markPdf(bytes: Uint8Array, mostPages: number): Promise<Uint8Array | MarkingFault> {
  let source: PDFDocument
  try {
    source = await PDFDocument.load(bytes, { updateMetadata: false })
  } catch (error) {
    return error instanceof EncryptedPDFError ? 'proof-encrypted' : 'proof-damaged'
  }
  const count = source.getPageCount()
  if (count > mostPages) return 'proof-too-large'
  if (count === 0) return 'proof-damaged'
  for (const page of source.getPages())
    for (const name of ['AA', 'Annots', 'B', 'PieceInfo', 'StructParents', 'Thumb', 'Metadata'])
      page.node.delete(PDFName.of(name))
  const marked = await PDFDocument.create({ updateMetadata: false })
  const { width, height } = purposeMarkSize
  const mark = marked.context.register(
    marked.context.flateStream(purposeMarkRows(), {
      ...{ Type: 'XObject', Subtype: 'Image', Width: width, Height: height },
      ...{ ImageMask: true, BitsPerComponent: 1, Decode: [1, 0] },
    }),
  )
  const veil = marked.context.register(marked.context.obj({ Type: 'ExtGState', ca: 0.3 }))
  for (const page of await marked.copyPages(source, source.getPageIndices())) {
    marked.addPage(page)
    layOver(page, mark, veil)
  }
  return await marked.save({ addDefaultPage: false, updateFieldAppearances: false, useObjectStreams: true })
}

type Reference = Parameters<PDFPage['node']['newXObject']>[1]

function layOver(page: PDFPage, mark: Reference, veil: Reference): void {
  const { width, height } = page.getSize()
  const { x: left, y: bottom } = page.getMediaBox()
  const wide = Math.min(width, height) * 0.66
  const high = (wide * purposeMarkSize.height) / purposeMarkSize.width
  const [cos, sin] = [0.944, 0.33]
  const name = page.node.newXObject('Purpose', mark)
  const state = page.node.newExtGState('Veil', veil as never)
  for (let y = bottom; y < bottom + height; y += high * 4.5) {
    for (let x = left - wide / 2; x < left + width; x += wide * 1.25) {
      page.pushOperators(
        pushGraphicsState(),
        setGraphicsState(state),
        setFillingRgbColor(0.15, 0.15, 0.15),
        concatTransformationMatrix(cos * wide, sin * wide, -sin * high, cos * high, x, y),
        drawObject(name),
        popGraphicsState(),
      )
    }
  }
}
