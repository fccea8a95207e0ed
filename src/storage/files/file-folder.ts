import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises'
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
  /** The digests of all bytes that lie here. */
  readonly list: () => Promise<readonly string[]>
  /** When bytes were written; null where they are gone. */
  readonly writtenAt: (digest: string) => Promise<Date | null>
  /** Takes away what a process that was killed had begun to write before a moment; gives how many. */
  readonly removeDrafts: (before: Date) => Promise<number>
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
    async list() {
      return (await namesUnder(root)).filter((name) => isDigest.test(name))
    },
    async writtenAt(digest) {
      return (await stat(placeOf(digest)).catch(nothingThere))?.mtime ?? null
    },
    async removeDrafts(before) {
      let removed = 0
      for (const name of await namesUnder(root)) {
        if (!isDraft.test(name)) continue
        const found = await stat(placeOf(name)).catch(nothingThere)
        if (!found || found.mtime >= before) continue
        await rm(placeOf(name), { force: true })
        removed += 1
      }
      return removed
    },
  }
}

const isDigest = /^[0-9a-f]{64}$/
const isDraft = /^[0-9a-f]{64}\.[0-9a-f-]{36}$/

/** Names as they would be if they did not lie in folders of their first two letters; none where nothing was ever kept. */
async function namesUnder(root: string): Promise<readonly string[]> {
  const namesIn = async (folder: string) => (await readdir(folder).catch(nothingThere)) ?? []
  const folders = (await namesIn(root)).filter((name) => /^[0-9a-f]{2}$/.test(name))
  const all: string[] = []
  for (const folder of folders) for (const name of await namesIn(join(root, folder))) all.push(`${folder}${name}`)
  return all
}

/** What is gone meanwhile is not there; anything else that goes wrong is told. */
function nothingThere(error: unknown): null {
  if (errorCode(error) === 'ENOENT') return null
  throw error
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
