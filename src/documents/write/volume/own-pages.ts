import type { Sheet, Volume, VolumeDocument } from '../../../requests/volume/volume.ts'
import type { PaperSetter } from '../pdf/write-pdf-apart.ts'
import type { DocumentState, VolumeFile } from './volume-file.ts'
import { attachWords, composedMark } from './volume-page-words.ts'

/** The pages that are set here; null where the file has its own. */
export async function ownPages(
  { agency }: Volume,
  document: VolumeDocument,
  file: VolumeFile,
  state: DocumentState,
  set: PaperSetter['set'],
): Promise<Uint8Array | null> {
  const { source, title, on } = document
  if (source.from === 'composed') return await set({ letter: source.letter, mark: composedMark })
  const sheet =
    source.from === 'record' ? source.sheet : state === 'pages' ? null : notice(title, source.file, file, state)
  return sheet && (await set({ volume: { title, agency, on, parts: [{ kind: 'sheet', ...sheet }] } }))
}

/** The page in place of a file that has none. */
function notice(title: string, digest: string, file: VolumeFile, state: DocumentState): Sheet {
  const { stands, why } = attachWords[state]
  return {
    title,
    sections: [
      {
        heading: null,
        rows: [
          ...(file
            ? ([
                ['文件名称', printedName(file.name)],
                ['文件大小', `${file.content.length}字节`],
              ] as const)
            : []),
          ['数字摘要（SHA-256）', digest],
          ['收录方式', stands],
        ],
      },
    ],
    note: why,
  }
}

/** A file's name in the characters that any face has: nobody chose it for paper, and it must not stop a volume. */
export function printedName(name: string): string {
  return name.replace(/[^ -~·\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/gu, '?')
}
