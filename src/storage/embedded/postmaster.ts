import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode } from '../error-code.ts'
import { processesIn } from './processes.ts'
import type { ServerUser } from './server-user.ts'

/** The one port number that names the socket file; there is no TCP. */
export const socketPort = 5432

/** What a running or dead server left in its cluster. Both are null while the file is only half written. */
export type PidFile = { readonly pid: number | null; readonly socketDir: string | null }

export function readPidFile(cluster: string): PidFile | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]) || null, socketDir: lines[4]?.trim() || null }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

/** True while any process works in the cluster, so that nothing in it may be taken for left over. */
export function isInUse(cluster: string): boolean {
  return processesIn(cluster).length > 0
}

/** Removes what a dead server left. Only after `isInUse` said that nobody works there. */
export function removeStaleFiles(cluster: string, socketDir: string | null): void {
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
  if (socketDir === null) return
  rmSync(join(socketDir, `.s.PGSQL.${socketPort}`), { force: true })
  rmSync(join(socketDir, `.s.PGSQL.${socketPort}.lock`), { force: true })
}

/** Starts a server that outlives this process and writes to a file: a pipe would break when we die. */
export function spawnServer(
  binaries: string,
  cluster: string,
  socketDir: string,
  log: string,
  user: ServerUser | null,
): ChildProcess {
  if (existsSync(log) && statSync(log).size > 10_000_000) renameSync(log, `${log}.1`)
  const output = openSync(log, 'a', 0o600)
  const settings = ['listen_addresses=', `port=${socketPort}`, `unix_socket_directories=${socketDir}`]
  settings.push('unix_socket_permissions=0700', 'log_timezone=Asia/Shanghai', 'lc_messages=C')
  const child = spawn(join(binaries, 'bin', 'postgres'), ['-D', cluster, ...settings.flatMap((one) => ['-c', one])], {
    cwd: cluster,
    detached: true,
    env: { PATH: process.env.PATH, TZ: 'UTC' },
    stdio: ['ignore', output, output],
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  })
  closeSync(output)
  child.unref()
  return child
}

/** Asks the server for a fast shutdown and waits until it is over. */
export async function stopServer(cluster: string): Promise<void> {
  const pid = readPidFile(cluster)?.pid
  if (!pid || !processesIn(cluster).includes(pid)) return
  process.kill(pid, 'SIGINT')
  const deadline = Date.now() + 60_000
  while (isInUse(cluster)) {
    if (Date.now() > deadline) throw new Error(`the embedded server ${pid} did not stop within 60 seconds`)
    await sleep(20)
  }
}
