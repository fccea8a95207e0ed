import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'
import type { FileWarning } from '../../publications/file-warning.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { stripJpeg } from './strip-picture.ts'

const named = (name: string) => PDFName.of(name)
/** What programs keep beside what is shown, wherever it stands. */
const besides = ['Metadata', 'PieceInfo', 'LastModified'].map(named)
/** What would run when it is opened. */
const actions = ['OpenAction', 'AA'].map(named)

/**
 * A pdf without author, program and times, without earlier revisions, scripts and files inside it. Written anew from what can
 * be reached from its pages, so that nothing that was taken out is still in the bytes.
 */
export async function stripPdf(
  bytes: Uint8Array,
): Promise<{ readonly bytes: Uint8Array; readonly warnings: readonly FileWarning[] }> {
  const document = await opened(bytes)
  const { context, catalog } = document
  const found: Found = { annotations: 0, signature: false, embedded: false, actions: false }
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    for (const dict of dictsIn(object)) clean(dict, found)
    if (object instanceof PDFRawStream && object.dict.get(named('Filter')) === named('DCTDecode'))
      context.assign(ref, PDFRawStream.of(object.dict, jpegOr(object.contents)))
  }
  const { Info: _, ...trailer } = context.trailerInfo
  context.trailerInfo = trailer
  for (const key of besides) catalog.delete(key)
  sweep(document)
  const written = await document.save({ updateFieldAppearances: false, addDefaultPage: false })
  return {
    bytes: written,
    warnings: [
      ...(found.annotations > 0 ? [{ what: 'annotations', count: found.annotations } as const] : []),
      ...(found.signature ? [{ what: 'signature' } as const] : []),
      ...(found.embedded ? [{ what: 'embeddedFiles' } as const] : []),
      ...(found.actions ? [{ what: 'actions' } as const] : []),
    ],
  }
}

const commenting: ReadonlySet<string> = new Set(
  'Text FreeText Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup'.split(' ').map((name) => `/${name}`),
)

async function opened(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    // Its pages must be there.
    document.getPageCount()
    return document
  } catch (error) {
    if (error instanceof EncryptedPDFError) throw new Refusal('password-protected')
    throw new Refusal('file-damaged')
  }
}

type Found = { annotations: number; signature: boolean; embedded: boolean; actions: boolean }

/** An object's dictionaries, also those that stand inside others. */
function dictsIn(object: PDFObject): readonly PDFDict[] {
  const found: PDFDict[] = []
  const waiting: PDFObject[] = [object]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const dict = next instanceof PDFStream ? next.dict : next
    if (dict instanceof PDFArray) waiting.push(...dict.asArray())
    if (!(dict instanceof PDFDict)) continue
    found.push(dict)
    waiting.push(...dict.values())
  }
  return found
}

function clean(dict: PDFDict, found: Found): void {
  for (const key of besides) dict.delete(key)
  const subtype = dict.get(named('Subtype'))
  if (dict.get(named('Type')) === named('Sig')) found.signature = true
  if (commenting.has(String(subtype))) {
    found.annotations += 1
    dict.delete(named('T'))
  }
  if (subtype === named('FileAttachment')) found.embedded = true
  const action = dict.get(named('S'))
  if (action === named('JavaScript') || action === named('Launch')) {
    found.actions = true
    for (const key of dict.keys()) if (key !== named('S') && key !== named('Type')) dict.delete(key)
    dict.set(named('S'), named('Named'))
  }
  for (const key of actions) {
    if (dict.has(key)) found.actions = true
    dict.delete(key)
  }
  for (const key of ['EF', 'EmbeddedFiles', 'AF'].map(named)) {
    if (dict.has(key)) found.embedded = true
    dict.delete(key)
  }
  dict.delete(named('JavaScript'))
}

function jpegOr(contents: Uint8Array): Uint8Array {
  try {
    return stripJpeg(contents)
  } catch {
    return contents
  }
}

/** Takes away every object that nothing leads to. */
function sweep({ context }: PDFDocument): void {
  const reached = new Set<PDFRef>()
  const waiting: (PDFObject | undefined)[] = [context.trailerInfo.Root]
  for (let next = waiting.pop(); next !== undefined || waiting.length > 0; next = waiting.pop()) {
    if (next instanceof PDFRef) {
      if (reached.has(next)) continue
      reached.add(next)
      waiting.push(context.lookup(next))
    } else if (next instanceof PDFArray) waiting.push(...next.asArray())
    else if (next instanceof PDFDict) waiting.push(...next.values())
    else if (next instanceof PDFStream) waiting.push(...next.dict.values())
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref)
}
