import type { PublicFileKind } from '../../publications/public-file-kind.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { checkSize } from '../read-document.ts'
import { Zip } from '../zip.ts'

/** Kinds of files that a case may hold. */
export type AttachmentKind = 'pdf' | 'docx' | 'xlsx' | 'png' | 'jpeg' | 'gif' | 'webp' | 'tiff' | 'ofd' | 'text'

const kinds: Readonly<Record<AttachmentKind, { readonly mediaType: string; readonly extensions: RegExp }>> = {
  pdf: { mediaType: 'application/pdf', extensions: /\.pdf$/i },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: /\.docx$/i,
  },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: /\.xlsx$/i },
  png: { mediaType: 'image/png', extensions: /\.png$/i },
  jpeg: { mediaType: 'image/jpeg', extensions: /\.jpe?g$/i },
  gif: { mediaType: 'image/gif', extensions: /\.gif$/i },
  webp: { mediaType: 'image/webp', extensions: /\.webp$/i },
  tiff: { mediaType: 'image/tiff', extensions: /\.tiff?$/i },
  ofd: { mediaType: 'application/ofd', extensions: /\.ofd$/i },
  text: { mediaType: 'text/plain; charset=utf-8', extensions: /\.(txt|md|csv)$/i },
}

export type Attachment = { readonly kind: AttachmentKind; readonly mediaType: string }

/**
 * What a file is by its first bytes, never by its name: a name that says something else is refused, and so are programs,
 * pages with scripts, archives and whatever is none of the kinds.
 */
export function inspectAttachment(bytes: Uint8Array, fileName: string): Attachment {
  checkSize(bytes.length)
  if (bytes.length === 0) throw new Refusal('file-empty')
  const kind = kindOf(bytes)
  if (kind === null) throw new Refusal('attachment-kind')
  const { mediaType, extensions } = kinds[kind]
  if (!extensions.test(fileName)) throw new Refusal('attachment-mistyped', { kind })
  return { kind, mediaType }
}

/** The kind of a file that may be public; null for kinds that only a case may hold, and text that holds markup. */
export function publicKindOf({ kind }: Attachment, bytes: Uint8Array, fileName: string): PublicFileKind | null {
  if (kind === 'text')
    return /\.csv$/i.test(fileName) &&
      !/<\s*(?:script|svg|html|iframe|object|embed)\b/i.test(new TextDecoder().decode(bytes))
      ? 'csv'
      : null
  return kind === 'tiff' || kind === 'ofd' ? null : kind
}

function kindOf(bytes: Uint8Array): AttachmentKind | null {
  const begins = (...start: readonly number[]) => start.every((byte, at) => bytes[at] === byte)
  if (begins(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf'
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (begins(0xff, 0xd8, 0xff)) return 'jpeg'
  if (begins(0x47, 0x49, 0x46, 0x38)) return 'gif'
  if (begins(0x52, 0x49, 0x46, 0x46) && [0x57, 0x45, 0x42, 0x50].every((byte, at) => bytes[8 + at] === byte))
    return 'webp'
  if (begins(0x49, 0x49, 0x2a, 0x00) || begins(0x4d, 0x4d, 0x00, 0x2a)) return 'tiff'
  if (begins(0x50, 0x4b, 0x03, 0x04)) return kindOfZip(bytes)
  return isText(bytes) ? 'text' : null
}

function kindOfZip(bytes: Uint8Array): AttachmentKind | null {
  const zip = new Zip(bytes)
  // Macros make it another kind of file, whatever its name says.
  if (zip.some((name) => /vbaProject\.bin$/i.test(name))) return null
  if (zip.has('word/document.xml')) return 'docx'
  if (zip.has('xl/workbook.xml')) return 'xlsx'
  return zip.has('OFD.xml') ? 'ofd' : null
}

/** Plain text has no control characters, and is no page that a browser would run. */
function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return !/[\u0000-\u0008\u000b\u000e-\u001f]/.test(text) && !/^\s*<(?:!doctype|html|script|svg|\?xml)/i.test(text)
  } catch {
    return false
  }
}
