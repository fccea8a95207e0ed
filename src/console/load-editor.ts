import { readFile } from 'node:fs/promises'
import { Refusal } from '../refusals/refusal.ts'

/** The editor as one script: packed beside the program, or, where it runs from its sources, packed now. */
export async function loadEditor(): Promise<string> {
  if (!import.meta.url.endsWith('.ts')) return await readFile(new URL('./browser/editor.js', import.meta.url), 'utf8')
  const packer: { bundleEditor: () => Promise<string | null> } = await import(
    new URL('../../scripts/bundle-editor.js', import.meta.url).href
  )
  const script = await packer.bundleEditor()
  if (script === null) throw new Refusal('editor-not-built')
  return script
}
