import { createHash } from 'node:crypto'
import { chownSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client, ClientConfig } from 'pg'
import { Refusal } from '../../refusals/refusal.ts'
import { isConnectionLoss } from '../connection-loss.ts'
import { errorCode } from '../error-code.ts'
import { findBinaries } from './binaries.ts'
import { clusterOf, findClusterPlace, hasCluster, prepareDataDir, systemState, writePointer } from './cluster-place.ts'
import { clusterOwner, initialise, ownerPassword } from './initialise.ts'
import { stopServer } from './postmaster.ts'
import { runServer } from './run-server.ts'
import { canReach, ownerOf, type ServerUser, serverUser } from './server-user.ts'
import { withStartLock } from './start-lock.ts'

/** The newest cluster format the packaged server reads. */
const major = 18
const database = 'gongkai'

export type Embedded = {
  /** Sign-in of the cluster's owner to our database. */
  readonly owner: ClientConfig
  /** The cluster's folder, where this start made it outside the data folder. */
  readonly madeApart: string | null
  /** Starts the server again after it died under us; gives the folder of its socket. */
  readonly revive: () => Promise<string>
  /** Lets go of the server; stops it when nobody else uses it. */
  readonly release: () => Promise<void>
}

/**
 * The private server of a data folder: made on first use, started, or adopted from whoever runs it. Every user holds a
 * shared advisory lock on it, so the last one out, and nobody else, stops it.
 */
export async function startEmbedded(dataDir: string, state = systemState): Promise<Embedded> {
  const folder = prepareOrRefuse(dataDir)
  let hold = await withStartLock(folder, () => refuseDiskTrouble(folder, () => startAndHold(folder, state)))
  return {
    owner: { ...hold.owner, database },
    madeApart: hold.madeApart,
    async revive() {
      await hold.client.end()
      hold = await withStartLock(folder, () => refuseDiskTrouble(folder, () => startAndHold(folder, state)))
      return hold.owner.host ?? ''
    },
    async release() {
      await withStartLock(folder, async () => {
        const last = await isLast(hold.client)
        if (last) await stopServer(hold.cluster)
        await hold.client.end()
        if (last) removeSocketDir(hold.owner.host ?? '')
      })
    },
  }
}

type Hold = {
  readonly client: Client
  readonly owner: ClientConfig
  readonly cluster: string
  readonly madeApart: string | null
}

async function startAndHold(dataDir: string, state: string): Promise<Hold> {
  const place = findClusterPlace(dataDir, serverUser(), state)
  const known = hasCluster(place)
  const user = known ? ownerOf(clusterOf(place)) : serverUser()
  const binaries = findBinaries(user, user ? join(state, 'binaries') : join(dataDir, 'binaries'))
  const password = ownerPassword(dataDir, known)
  const socketDir = makeSocketDir(join(realpathSync(dataDir), 'postgres'), user)
  if (!known) {
    await initialise(place, binaries, user, password, socketDir)
    if (place.pointed) writePointer(dataDir, place)
  }
  const cluster = realpathSync(clusterOf(place))
  checkMajor(cluster)
  if (user && !canReach(user, cluster)) throw new Refusal('cluster-unreachable', { folder: cluster, user: user.name })
  const signIn = { user: clusterOwner, password, database: 'postgres' }
  const at = { binaries, cluster, socketDir, log: join(dataDir, 'postgres.log'), user }
  const { client, config: owner } = await runServer(at, signIn)
  await client.query("select pg_advisory_lock_shared(hashtext('gongkai'), 1)")
  await makeDatabase(client)
  return { client, owner, cluster, madeApart: !known && place.pointed ? cluster : null }
}

/**
 * Our own share is given back first: an exclusive lock then means that no other user is left. A server that died, or was
 * started again by another process, is no longer ours to stop.
 */
async function isLast(client: Client): Promise<boolean> {
  try {
    const { rows } = await client.query<{ last: boolean }>(
      `select pg_try_advisory_lock(hashtext('gongkai'), 1) as last
       from (select pg_advisory_unlock_shared(hashtext('gongkai'), 1)) as given_back`,
    )
    return rows[0]?.last === true
  } catch (error) {
    if (isConnectionLoss(error)) return false
    throw error
  }
}

async function makeDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
  if (!rowCount) await client.query(`create database ${database} template template0`)
}

function checkMajor(cluster: string): void {
  const found = Number(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'))
  if (found > major) throw new Refusal('cluster-newer', { folder: cluster, found, major })
  if (found < major) throw new Refusal('cluster-older', { folder: cluster, found, major })
}

/** A short folder for the socket (a socket's path has at most 107 bytes), closed to everyone but the server's account. */
function makeSocketDir(cluster: string, user: ServerUser | null): string {
  const name = `gongkai-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`
  const own = tmpdir()
  const parent = own.length > 60 || (user && !canReach(user, own)) ? '/tmp' : own
  const folder = join(parent, name)
  try {
    mkdirSync(folder, { mode: 0o700 })
    if (user) chownSync(folder, user.uid, user.gid)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
  const { uid, mode } = lstatSync(folder)
  const wanted = user?.uid ?? process.getuid?.()
  if (!lstatSync(folder).isDirectory() || uid !== wanted || (mode & 0o077) !== 0) {
    throw new Refusal('socket-folder-taken', { folder })
  }
  return folder
}

/** Only an empty folder goes: another process's socket is never taken away. */
function removeSocketDir(folder: string): void {
  try {
    rmdirSync(folder)
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY'].includes(errorCode(error) ?? '')) throw error
  }
}

function prepareOrRefuse(dataDir: string): string {
  try {
    return prepareDataDir(dataDir)
  } catch (error) {
    throw diskRefusal(dataDir, error) ?? error
  }
}

async function refuseDiskTrouble<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw diskRefusal(folder, error) ?? error
  }
}

function diskRefusal(folder: string, error: unknown): Refusal | null {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Refusal('disk-full', { folder })
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Refusal('data-folder-denied', { folder })
    case 'ENOTDIR':
    case 'EEXIST':
      return new Refusal('data-folder-no-folder', { folder })
    default:
      return null
  }
}
