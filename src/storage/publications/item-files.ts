import { filesInBody, type ItemBody } from '../../publications/item-body.ts'
import type { ItemAttachment } from '../../publications/publication-event.ts'
import { readFileOf } from '../files/stored-files.ts'
import type { Trx } from '../storage.ts'

/** A file of an item under the name that it has in a folder of its own. */
export type ItemFile = {
  readonly digest: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** Shown in the text, or listed below it. */
  readonly use: 'picture' | 'attachment'
}

/** Attachments and pictures of an item with their bytes, each under a name that no other of them has. */
export async function readItemFiles(
  trx: Trx,
  agencyId: number,
  attachments: readonly ItemAttachment[],
  body: ItemBody | null,
): Promise<readonly ItemFile[]> {
  const wanted = [
    ...attachments.map(({ file, name }) => ({ file, name, use: 'attachment' as const })),
    ...[...new Set(body === null ? [] : filesInBody(body))].map((file) => ({
      file,
      name: '',
      use: 'picture' as const,
    })),
  ]
  const taken = new Set<string>()
  const files: ItemFile[] = []
  for (const { file, name, use } of wanted) {
    const { content, mediaType, name: stored } = await readFileOf(trx, agencyId, file)
    files.push({ digest: file, name: freeName(name || stored, taken), mediaType, bytes: content, use })
  }
  return files
}

/** A name that can stand in any folder, and that nothing else there has. */
function freeName(name: string, taken: Set<string>): string {
  const safe =
    name
      .replace(/[<>:"/\\|?*\p{C}]/gu, '_')
      .replace(/^\.+/, '_')
      .slice(-120) || '_'
  const dot = safe.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [safe.slice(0, dot), safe.slice(dot)] : [safe, '']
  let free = safe
  for (let next = 2; taken.has(free.toLowerCase()); next++) free = `${stem}-${next}${ending}`
  taken.add(free.toLowerCase())
  return free
}
