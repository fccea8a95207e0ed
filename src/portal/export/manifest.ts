import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file of an export: where it lies below the folder, its digest (SHA-256), and what a server says when it hands it over. */
export type ExportedFile = {
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly type: string
  /** What Gongkai itself answers there; 410 for the trace of what was withdrawn, 404 for the page of what is not there. */
  readonly status: 200 | 404 | 410
  /** Named by its contents: it never changes under this address. */
  readonly immutable: boolean
}

/** What an export consists of. The same site gives the same manifest, byte by byte. */
export type Manifest = { readonly format: 1; readonly base: string; readonly files: readonly ExportedFile[] }

export const manifestName = 'gongkai-export.json'

/** The manifest of a folder; null where there is none, or it is not ours. */
export function readManifest(folder: string): Manifest | null {
  try {
    const read = JSON.parse(readFileSync(join(folder, manifestName), 'utf8')) as Manifest
    return read.format === 1 && Array.isArray(read.files) ? read : null
  } catch {
    return null
  }
}

export function manifestText({ base, files }: Omit<Manifest, 'format'>): string {
  const lines = [...files]
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map((file) => JSON.stringify(file))
    .join(',\n')
  return `{"format":1,"base":${JSON.stringify(base)},"files":[\n${lines}\n]}\n`
}
