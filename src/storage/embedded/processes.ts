import { spawnSync } from 'node:child_process'
import { readdirSync, readlinkSync, statSync } from 'node:fs'
import { errorCode } from '../error-code.ts'

/**
 * Ids of the processes that work in `folder`: a server and its children have their cluster as working folder. A zombie and a
 * stranger under a reused process id do not, though PostgreSQL itself would take either for a living server.
 */
export function processesIn(folder: string): number[] {
  const { uid, gid } = statSync(folder)
  const found: number[] = []
  let hidden = false
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const cwd = workingFolder(pid)
    if (cwd === folder) found.push(Number(pid))
    hidden ||= cwd === 'hidden' && ownerOfProcess(pid) === uid
  }
  // A container's root may be denied a look at other accounts' processes; the account itself never is.
  return hidden && process.getuid?.() === 0 ? processesSeenBy(uid, gid, folder) : found
}

function workingFolder(pid: string): string | 'hidden' | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch (error) {
    const code = errorCode(error)
    if (code === 'EACCES' || code === 'EPERM') return 'hidden'
    if (code === 'ENOENT' || code === 'ESRCH') return null
    throw error
  }
}

function ownerOfProcess(pid: string): number | null {
  try {
    return statSync(`/proc/${pid}`).uid
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

function processesSeenBy(uid: number, gid: number, folder: string): number[] {
  const script = 'for p in /proc/[0-9]*; do [ "$(readlink "$p/cwd")" = "$0" ] && echo "$p"; done; true'
  const { stdout, error, status } = spawnSync('/bin/sh', ['-c', script, folder], {
    uid,
    gid,
    cwd: '/',
    encoding: 'utf8',
  })
  if (error) throw error
  if (status !== 0) throw new Error(`the processes in ${folder} could not be listed`)
  return [...stdout.matchAll(/\/proc\/(\d+)/g)].map((match) => Number(match[1]))
}
