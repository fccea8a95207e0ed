import { Refusal } from '../refusals/refusal.ts'
import { readWholeFile } from './read-whole-file.ts'

/** A settings file, as far as no schema judges it: a JSON object. */
export async function readSettingsFile(file: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(await readWholeFile(file)))
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return { ...read }
  } catch (error) {
    if (error instanceof Refusal) throw error
  }
  throw new Refusal('option-not-accepted', { option: '--settings', why: 'JSON {…}' })
}
