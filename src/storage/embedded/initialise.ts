import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../refusals/refusal.ts'
import { writeSecret } from '../secrets/write-secret.ts'
import { type ClusterPlace, clusterOf } from './cluster-place.ts'
import { makeOpenFolder } from './open-folder.ts'
import { processesIn } from './processes.ts'
import type { ServerUser } from './server-user.ts'

/** Owner of the cluster: migrates, and signs in for nothing else. */
export const clusterOwner = 'gongkai_owner'

const unfinished = 'postgres.new-'

/** The cluster owner's password, made on first use. It is kept apart from the cluster, closed to everyone else. */
export function ownerPassword(dataDir: string, hasData: boolean): string {
  const file = join(dataDir, 'owner.password')
  if (!existsSync(file)) {
    if (hasData) throw new Refusal('owner-password-missing', { file })
    writeSecret(file, `${randomBytes(24).toString('base64url')}\n`)
  }
  return readFileSync(file, 'utf8').trim()
}

/**
 * Makes the cluster under another name and renames it when whole: a start that was killed half-way leaves only a folder of
 * that other name, which is swept here; a folder named `postgres` is never removed by this program.
 */
export async function initialise(
  place: ClusterPlace,
  binaries: string,
  user: ServerUser | null,
  password: string,
  scratch: string,
): Promise<void> {
  makeOpenFolder(place.parent, 0o711)
  sweepUnfinished(place.parent)
  const making = join(place.parent, `${unfinished}${randomBytes(6).toString('hex')}`)
  mkdirSync(making, { mode: 0o700 })
  const passwordFile = join(scratch, `password-${randomBytes(6).toString('hex')}`)
  writeSecret(passwordFile, `${password}\n`)
  if (user) for (const path of [making, passwordFile]) chownSync(path, user.uid, user.gid)
  try {
    await runInitdb(join(binaries, 'bin', 'initdb'), user, making, passwordFile)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  chmodSync(making, 0o700)
  renameSync(making, clusterOf(place))
  syncFolder(place.parent)
}

/** One that a process still works in (initdb outlives a killed parent for a moment) is left for the next start. */
function sweepUnfinished(parent: string): void {
  for (const name of readdirSync(parent).filter((one) => one.startsWith(unfinished))) {
    const folder = join(parent, name)
    if (processesIn(folder).length === 0) rmSync(folder, { recursive: true, force: true })
  }
}

function runInitdb(initdb: string, user: ServerUser | null, making: string, passwordFile: string): Promise<void> {
  const args = ['-D', making, '-U', clusterOwner, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8']
  args.push('--locale-provider=builtin', '--locale=C.UTF-8', '--data-checksums', '--no-instructions')
  return new Promise((resolve, reject) => {
    const child = spawn(initdb, args, {
      cwd: making,
      env: { PATH: process.env.PATH, LC_MESSAGES: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
    child.on('error', (error) => reject(initialiseRefusal(making, error.message)))
    child.on('close', (code) => (code === 0 ? resolve() : reject(initialiseRefusal(making, said))))
  })
}

function initialiseRefusal(folder: string, said: string): Refusal {
  if (/No space left on device|Disk quota exceeded/.test(said)) return new Refusal('disk-full', { folder })
  return new Refusal('cluster-not-made', { folder, reason: said.trim().split('\n').slice(-3).join(' ') })
}

/** The rename itself must survive a power cut. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
