import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { SourceDocument } from '../quality/source-document.ts'
import { Refusal } from '../refusals/refusal.ts'
import { checkSize, readDocument } from './read-document.ts'
import { sniffFormat } from './sniff/sniff-format.ts'

/**
 * Reads any file that `readDocument` reads, and pdf and doc as well. Node only. Throws Refusal.
 * The size is looked at before a byte is read. Foreign files belong in the worker: see `worker/read-in-worker.ts`.
 */
export async function readFile(path: string): Promise<SourceDocument> {
  return await readAnyDocument(readBytes(path), basename(path))
}

/** The same for bytes that are in memory already. */
export async function readAnyDocument(bytes: Uint8Array, fileName: string): Promise<SourceDocument> {
  checkSize(bytes.length)
  switch (sniffFormat(bytes, fileName)) {
    case 'pdf': {
      const { readPdf } = await import('./pdf/read-pdf.ts')
      return await readPdf(bytes)
    }
    case 'doc': {
      const { convertDoc } = await import('./doc/convert-doc.ts')
      return await readDocument(await convertDoc(bytes, process.env), 'converted.docx')
    }
    case 'docx':
    case 'text':
      return await readDocument(bytes, fileName)
  }
}

/** The bytes of a file, its size looked at first. At one go: the process that reads has nothing else to do meanwhile, and each wait would cost more than the reading. */
export function readBytes(path: string): Uint8Array {
  let file: number | null = null
  try {
    file = openSync(path, 'r')
    const status = fstatSync(file)
    if (!status.isFile()) throw new Refusal('file-not-readable', { file: path, reason: 'not a file' })
    checkSize(status.size)
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Refusal || !(error instanceof Error) || !('code' in error)) throw error
    if (error.code === 'ENOENT') throw new Refusal('file-not-found', { file: path })
    throw new Refusal('file-not-readable', { file: path, reason: String(error.code) })
  } finally {
    if (file !== null) closeSync(file)
  }
}
