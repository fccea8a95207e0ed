import { Refusal } from '../../refusals/refusal.ts'
import { Zip } from '../zip.ts'
import { sniffOle } from './sniff-ole.ts'

/** What a file is. `text` covers all that must be decoded first: html, json and plain text (see `sniffText`). */
export type Format = 'docx' | 'pdf' | 'doc' | 'text'

/** Beginnings of files that are neither text nor a document we read. */
const signatures: readonly {
  readonly bytes: readonly number[]
  readonly refusal: 'file-is-image' | 'file-is-archive'
}[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], refusal: 'file-is-image' },
  { bytes: [0xff, 0xd8, 0xff], refusal: 'file-is-image' },
  { bytes: [0x47, 0x49, 0x46, 0x38], refusal: 'file-is-image' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], refusal: 'file-is-image' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], refusal: 'file-is-image' },
  { bytes: [0x52, 0x61, 0x72, 0x21], refusal: 'file-is-archive' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], refusal: 'file-is-archive' },
  { bytes: [0x1f, 0x8b], refusal: 'file-is-archive' },
]

/**
 * Tells what a file is by its content; the name only settles what content leaves open.
 * Throws a Refusal with what to do for files that we do not read.
 */
export function sniffFormat(bytes: Uint8Array, fileName: string): Format {
  if (bytes.length === 0) throw new Refusal('file-empty')
  const extension = extensionOf(fileName)
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return sniffZip(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return sniffOle(bytes, extension)
  if (latin1(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf'
  const head = latin1(bytes.subarray(0, 16)).trimStart()
  if (head.startsWith('{\\rtf')) throw new Refusal('save-as-docx', { kind: 'RTF' })
  if (/^(MIME-Version|From):/i.test(head)) throw new Refusal('save-as-docx', { kind: 'MHT' })
  if (head.startsWith('BM') && bytes.includes(0)) throw new Refusal('file-is-image')
  for (const { bytes: start, refusal } of signatures) if (startsWith(bytes, start)) throw new Refusal(refusal)
  return 'text'
}

function sniffZip(bytes: Uint8Array): Format {
  const zip = new Zip(bytes)
  if (zip.has('word/document.xml') || (zip.has('_rels/.rels') && zip.some((name) => /^word\/.*\.xml$/i.test(name))))
    return 'docx'
  if (zip.some((name) => /^xl\//i.test(name))) throw new Refusal('file-is-spreadsheet')
  if (zip.some((name) => /^ppt\//i.test(name))) throw new Refusal('file-is-presentation')
  if (zip.some((name) => /^OFD\.xml$/i.test(name))) throw new Refusal('wps-save-as-docx', { kind: 'OFD' })
  if (zip.some((name) => /^content\.xml$/i.test(name))) throw new Refusal('save-as-docx', { kind: 'ODF' })
  throw new Refusal('file-is-archive')
}

/** The lower-case ending of a name without its dot, or ''. */
function extensionOf(fileName: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
}

const markup =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|meta|title|body|div|table|p|h[1-6]|span|center|section|article|font|style|script|link|main|ul|ol|a|img|b|strong|br|tbody|tr|td)\b/i

const wordXml = /^\s*<\?xml[^>]*>[^<]*(?:<[?!][^>]*>[^<]*)*<(?:w:wordDocument|pkg:package)\b/

/**
 * What decoded text is. A name can make it Markdown or plain text; it cannot make a page of tags plain. Throws Refusal
 * `save-as-docx` for a Word document written as one XML file, as many programs do under the name of `.doc`.
 */
export function sniffText(text: string, fileName: string): 'html' | 'json' | 'text' {
  const extension = extensionOf(fileName)
  const head = text.slice(0, 8192).replace(/^\ufeff/, '')
  if (wordXml.test(head)) throw new Refusal('save-as-docx', { kind: 'Word XML' })
  if (markup.test(head)) return 'html'
  if (extension === 'html' || extension === 'htm' || extension === 'xhtml') return 'html'
  if (extension === 'json' || (/^\s*\{\s*"/.test(head) && /\}\s*$/.test(text.slice(-64)))) return 'json'
  return 'text'
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte)
}

function latin1(bytes: Uint8Array): string {
  return Reflect.apply(String.fromCharCode, null, bytes)
}
