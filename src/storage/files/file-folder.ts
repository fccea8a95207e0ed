import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { errorCode } from '../error-code.ts'

/** Where the bytes of files lie, each under its digest: equal files once, and none ever changed. */
export type FileFolder = {
  /** Writes bytes so that they are on the disk when this returns, and gives their digest (SHA-256, hexadecimal). */
  readonly write: (bytes: Uint8Array) => Promise<string>
  /** The bytes under a digest. Throws where they are gone or are not what their name says. */
  readonly read: (digest: string) => Promise<Buffer>
  /** Takes bytes away for good; false where they are gone already. */
  readonly remove: (digest: string) => Promise<boolean>
}

/** The files of an installation, in a folder that only its account may enter. */
export function fileFolder(root: string): FileFolder {
  const placeOf = (digest: string) => join(root, digest.slice(0, 2), digest.slice(2))
  return {
    async write(bytes) {
      const digest = digestOf(bytes)
      const place = placeOf(digest)
      if (await isThere(place, bytes.length)) return digest
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      const draft = `${place}.${randomUUID()}`
      const handle = await open(draft, 'wx', 0o600)
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } catch (error) {
        await handle.close()
        await rm(draft, { force: true })
        throw error
      }
      await handle.close()
      await rename(draft, place)
      await syncFolder(dirname(place))
      return digest
    },
    async read(digest) {
      const bytes = await readFile(placeOf(digest))
      if (digestOf(bytes) !== digest) throw new Error(`the file ${digest} is damaged`)
      return bytes
    },
    async remove(digest) {
      try {
        await unlink(placeOf(digest))
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return false
        throw error
      }
      await syncFolder(dirname(placeOf(digest)))
      return true
    },
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function isThere(place: string, length: number): Promise<boolean> {
  try {
    return (await stat(place)).size === length
  } catch {
    return false
  }
}

/** The name of a file is on the disk only once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
