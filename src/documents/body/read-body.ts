import { bodyFromMarkdown } from '../../publications/body-from-markdown.ts'
import { bodyFromPlainText } from '../../publications/item-body.ts'
import { alignSignature } from '../../publications/official-lines.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { checkSize } from '../read-document.ts'
import { sniffFormat, sniffText } from '../sniff/sniff-format.ts'
import { decodeText } from '../text/decode-text.ts'
import { bodyFromDocx } from './body-from-docx.ts'
import { bodyFromHtml } from './body-from-html.ts'
import type { ImportedBody } from './imported-body.ts'

/**
 * A docx, html, txt or md file as the text of an item; the content decides what it is. Throws Refusal for everything else, for
 * damage and for what exceeds `limits`. Foreign files belong in the process that can be killed: `readForeignBody`.
 */
export async function readBody(bytes: Uint8Array, fileName: string): Promise<ImportedBody> {
  const read = await bodyOf(bytes, fileName)
  return { ...read, body: alignSignature(read.body) }
}

async function bodyOf(bytes: Uint8Array, fileName: string): Promise<ImportedBody> {
  checkSize(bytes.length)
  const format = sniffFormat(bytes, fileName)
  switch (format) {
    case 'docx':
      return bodyFromDocx(bytes)
    case 'doc':
      throw new Refusal('doc-needs-libreoffice')
    case 'pdf':
      throw new Refusal('text-file-kind')
    case 'text':
      return bodyOfText(decodeText(bytes), fileName)
  }
}

function bodyOfText(text: string, fileName: string): ImportedBody {
  if (text.trim() === '') throw new Refusal('file-empty')
  switch (sniffText(text, fileName)) {
    case 'html':
      return bodyFromHtml(text)
    case 'json':
      throw new Refusal('text-file-kind')
    case 'text':
      return {
        body: /\.(?:md|markdown)$/i.test(fileName) ? bodyFromMarkdown(text) : bodyFromPlainText(text),
        pictures: [],
        notes: [],
      }
  }
}
