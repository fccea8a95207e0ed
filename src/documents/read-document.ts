import type { SourceDocument } from '../quality/source-document.ts'
import { Refusal } from '../refusals/refusal.ts'
import { readDocx } from './docx/read-docx.ts'
import { readHtml } from './html/read-html.ts'
import { limits } from './limits.ts'
import { sniffFormat, sniffText } from './sniff/sniff-format.ts'
import { decodeText } from './text/decode-text.ts'
import { readJson, readText } from './text/read-text.ts'

/**
 * Reads a docx, html, txt, md or json file, in Node and in a browser alike. The content decides what the file is.
 * Throws Refusal for everything else, for damage and for what exceeds `limits`; pdf and doc: see `read-file.ts`.
 */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<SourceDocument> {
  checkSize(bytes.length)
  const format = sniffFormat(bytes, fileName)
  switch (format) {
    case 'docx':
      return readDocx(bytes)
    case 'pdf':
    case 'doc':
      throw new Refusal('not-read-here', { kind: format })
    case 'text':
      return readDecoded(decodeText(bytes), fileName)
  }
}

/** Throws Refusal `file-too-large` for a file of so many bytes. */
export function checkSize(bytes: number): void {
  const mb = (size: number) => Math.ceil(size / 1024 / 1024)
  if (bytes > limits.uploadBytes)
    throw new Refusal('file-too-large', { size: mb(bytes), limit: mb(limits.uploadBytes) })
}

function readDecoded(text: string, fileName: string): SourceDocument {
  if (text.trim() === '') throw new Refusal('file-empty')
  switch (sniffText(text, fileName)) {
    case 'html':
      return readHtml(text)
    case 'json':
      return readJson(text)
    case 'text':
      return readText(text)
  }
}
