import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Refusal } from '../../refusals/refusal.ts'
import { errorCode } from '../error-code.ts'
import { writeSecret } from '../secrets/write-secret.ts'
import { makeOpenFolder } from './open-folder.ts'
import { canReach, type ServerUser } from './server-user.ts'

/** Where root keeps what an unprivileged server must reach and no restart may lose. */
export const systemState = '/var/lib/gongkai'

/** `parent` holds the cluster as `postgres`; `pointed` is true when the data folder only names it. */
export type ClusterPlace = { readonly parent: string; readonly pointed: boolean }

export function clusterOf(place: ClusterPlace): string {
  return join(place.parent, 'postgres')
}

/** True when a whole cluster is there. A half-made one never carries this name. */
export function hasCluster(place: ClusterPlace): boolean {
  return existsSync(join(clusterOf(place), 'PG_VERSION'))
}

/** Makes the data folder. Root's must let the unprivileged server walk through; the files in it stay closed. */
export function prepareDataDir(dataDir: string): string {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700
  makeOpenFolder(resolve(dataDir), mode)
  if (readdirSync(dataDir).length === 0) chmodSync(dataDir, mode)
  return realpathSync(dataDir)
}

/**
 * Where the cluster of this data folder is, or shall be: inside it; or, when the server's account cannot walk there (a
 * checkout under root's closed home), in a folder of its own under `state`, which a file in the data folder then names.
 */
export function findClusterPlace(dataDir: string, user: ServerUser | null, state: string): ClusterPlace {
  const inside: ClusterPlace = { parent: dataDir, pointed: false }
  if (hasCluster(inside)) return inside
  const named = readPointer(dataDir)
  if (named !== null) {
    const outside: ClusterPlace = { parent: named, pointed: true }
    if (!hasCluster(outside))
      throw new Refusal('cluster-gone', { folder: clusterOf(outside), file: pointerFile(dataDir) })
    refuseCopy(dataDir, named)
    return outside
  }
  if (user === null || canReach(user, dataDir)) return inside
  return { parent: join(state, 'clusters', randomBytes(8).toString('hex')), pointed: true }
}

/**
 * A copy of a data folder names the cluster of the original: to work there would change the original. A folder that was
 * moved is none, and the cluster then follows it.
 */
function refuseCopy(dataDir: string, parent: string): void {
  const file = join(parent, 'data-folder')
  const owner = readFileSync(file, 'utf8').trim()
  if (owner === dataDir) return
  if (existsSync(owner) && readPointer(owner) === parent)
    throw new Refusal('cluster-of-other-folder', { folder: dataDir, owner })
  rmSync(file)
  writeSecret(file, `${dataDir}\n`)
}

/** Notes in the data folder where its cluster is, and beside the cluster whose it is; called once the cluster is whole. */
export function writePointer(dataDir: string, place: ClusterPlace): void {
  writeSecret(join(place.parent, 'data-folder'), `${dataDir}\n`)
  writeSecret(pointerFile(dataDir), `${place.parent}\n`)
}

function pointerFile(dataDir: string): string {
  return join(dataDir, 'postgres.location')
}

function readPointer(dataDir: string): string | null {
  try {
    return readFileSync(pointerFile(dataDir), 'utf8').trim()
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}
