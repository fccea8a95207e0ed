import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refusal } from '../refusals/refusal.ts'

type NewFile = { readonly file: string; readonly bytes: Uint8Array }

/**
 * Writes all files or none: each is complete on disk under a passing name before any takes its own name. Folders are
 * made, existing files replaced. Throws Refusal `cannot-write` with the file that could not be.
 */
export async function writeWholeFiles(files: readonly NewFile[]): Promise<void> {
  const ready: { readonly passing: string; readonly file: string }[] = []
  try {
    for (const { file, bytes } of files) {
      const passing = join(dirname(file), `.${randomUUID()}.tmp`)
      await refusing(file, async () => {
        await makeFolder(dirname(passing))
        const handle = await open(passing, 'wx')
        ready.push({ passing, file })
        await writeThrough(handle, bytes)
      })
    }
    for (const { passing, file } of ready) await refusing(file, () => rename(passing, file))
  } finally {
    for (const { passing } of ready) await rm(passing, { force: true })
  }
}

async function writeThrough(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes a folder and those above it. Node's own way never returns where a file system refuses without saying so. */
async function makeFolder(folder: string): Promise<void> {
  if (await made(folder)) return
  await makeFolder(dirname(folder))
  await made(folder)
}

/** False when a folder above is missing; another process may make it meanwhile. */
async function made(folder: string): Promise<boolean> {
  try {
    await mkdir(folder)
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EEXIST') return true
    if (code === 'ENOENT' && dirname(folder) !== folder) return false
    throw error
  }
}

async function refusing(file: string, act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new Refusal('cannot-write', { file })
    throw error
  }
}
