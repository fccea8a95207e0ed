import { readFile } from 'node:fs/promises'
import { Refusal } from '../refusals/refusal.ts'

/** The bytes of a file that a command line names. Throws Refusal `file-missing` when it cannot be opened. */
export async function readWholeFile(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new Refusal('file-missing', { file })
    throw error
  }
}
