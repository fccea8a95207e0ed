import { Refusal } from '../../refusals/refusal.ts'
import { readForeignDocumentBytes } from '../read-in-worker.ts'
import { openTableFile } from '../workbook/open-table-file.ts'
import type { AttachmentKind } from './inspect-attachment.ts'

/**
 * The words in a file, as far as they can be read: null for pictures, scans and files whose words nobody can get at. Foreign
 * documents are read in a process that can be killed.
 */
export async function textOfAttachment(kind: AttachmentKind, bytes: Uint8Array, name: string): Promise<string | null> {
  switch (kind) {
    case 'pdf':
    case 'docx':
      return await readable(async () => (await readForeignDocumentBytes(bytes, name)).text)
    case 'xlsx':
      return await readable(async () => cellsOf(bytes, name))
    case 'text':
      return new TextDecoder().decode(bytes)
    default:
      return null
  }
}

function cellsOf(bytes: Uint8Array, name: string): string {
  const texts: string[] = []
  for (const sheet of openTableFile(bytes, name))
    for (const { cells } of sheet.rows())
      for (const cell of cells.values()) if (cell.kind === 'text') texts.push(cell.text)
  return texts.join('\n')
}

/** What cannot be read has no words for us: a scan, a password, damage. */
async function readable(read: () => Promise<string>): Promise<string | null> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
