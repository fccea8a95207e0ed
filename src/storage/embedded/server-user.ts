import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '../../refusals/refusal.ts'

/** An account of this machine. PostgreSQL refuses to run as root, and under an account without a passwd entry. */
export type ServerUser = { readonly name: string; readonly uid: number; readonly gid: number }

/** The account a new embedded server runs under: null is our own; for root it is `postgres`, else `nobody`. */
export function serverUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null
  const accounts = readAccounts()
  const found = ['postgres', 'nobody']
    .map((name) => accounts.find((one) => one.name === name && one.uid !== 0))
    .find(Boolean)
  if (!found) throw new Refusal('no-server-account')
  return found
}

/** The account an existing cluster belongs to, and so must be run by; null when that is our own. */
export function ownerOf(cluster: string): ServerUser | null {
  if (process.getuid?.() !== 0) return null
  const { uid } = statSync(cluster)
  const found = readAccounts().find((one) => one.uid === uid && one.uid !== 0)
  if (!found) throw new Refusal('cluster-owner-unknown', { folder: cluster, uid })
  return found
}

/** True when `user` can walk to `folder` and enter it, by the modes of every folder above. */
export function canReach(user: ServerUser, folder: string): boolean {
  const { mode, uid, gid } = statSync(folder)
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
  if ((mode & bit) === 0) return false
  return dirname(folder) === folder || canReach(user, dirname(folder))
}

function readAccounts(): ServerUser[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}
