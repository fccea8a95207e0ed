import type { DocumentSource } from '../../../requests/volume/volume.ts'
import type { AttachReason, TakenFile } from './volume-parts.ts'

/** A stored file with its bytes; null where the store has lost it. */
export type VolumeFile = { readonly name: string; readonly mediaType: string; readonly content: Uint8Array } | null

/** How a document stands in the volume: its file as pages, or why not. */
export type DocumentState = 'pages' | AttachReason | 'withheld' | 'lost' | 'noRoom'

/** How a document stands, with its file and what became of it; `fits` says whether there was room for it. */
export function stateOf(
  source: DocumentSource,
  file: VolumeFile,
  fits: boolean,
  taken: TakenFile | null,
): DocumentState {
  if (source.from === 'withheld') return 'withheld'
  if (source.from !== 'file') return 'pages'
  if (file === null) return 'lost'
  if (!fits) return 'noRoom'
  return taken && 'attach' in taken ? taken.attach : 'pages'
}
