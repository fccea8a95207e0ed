import { createHash, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../refusals/refusal.ts'
import { errorCode } from '../error-code.ts'
import { writeSecret } from './write-secret.ts'

/** What one installation knows and its database does not. Each use has a key of its own, derived from the one in the file. */
export type InstallationKey = {
  /** Names the key without telling it; stored beside what was sealed. */
  readonly id: string
  /** Opens the keys of applicants that were sealed before `keyWrap` was there. */
  readonly wrapping: KeyObject
  /** Wraps the keys of applicants; for AES key wrap and nothing else. */
  readonly keyWrap: KeyObject
  readonly lookup: KeyObject
  /** Seals where reminders go. */
  readonly targets: KeyObject
  /** Keys what the public portal hands out and counts: query codes, visits, addresses, challenges. */
  readonly portal: KeyObject
  /** Password of the app role, when this program makes that role. */
  readonly appPassword: string
}

const pattern = /^gongkai-installation-key-1:([0-9a-f]{16}):([0-9A-Za-z_-]{43})\s*$/

export function keyFile(dataDir: string): string {
  return join(dataDir, 'installation.key')
}

/** The key of this data folder, or null when it has none. Refuses a file that is not a whole key. */
export function readInstallationKey(dataDir: string): InstallationKey | null {
  let text: string
  try {
    text = readFileSync(keyFile(dataDir), 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
  const [, id, secret] = pattern.exec(text) ?? []
  if (!id || !secret) throw new Refusal('installation-key-damaged', { file: keyFile(dataDir) })
  const key = derive(Buffer.from(secret, 'base64url'))
  if (key.id !== id) throw new Refusal('installation-key-damaged', { file: keyFile(dataDir) })
  return key
}

/** Makes the key file, readable by its owner only. When another process was faster, that one's key is the key. */
export function makeInstallationKey(dataDir: string): { readonly key: InstallationKey; readonly made: boolean } {
  const secret = randomBytes(32)
  const part = `${keyFile(dataDir)}.${process.pid}.part`
  writeSecret(part, `gongkai-installation-key-1:${idOf(secret)}:${secret.toString('base64url')}\n`)
  let made = true
  try {
    linkSync(part, keyFile(dataDir))
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    made = false
  } finally {
    rmSync(part)
  }
  const key = readInstallationKey(dataDir)
  if (!key) throw new Error('the installation key vanished while it was made')
  return { key, made }
}

function derive(secret: Buffer): InstallationKey {
  const part = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `gongkai ${use}`, 32))
  return {
    id: idOf(secret),
    wrapping: createSecretKey(part('applicant key wrapping')),
    keyWrap: createSecretKey(part('applicant key wrap')),
    lookup: createSecretKey(part('applicant look-up')),
    targets: createSecretKey(part('reminder targets')),
    portal: createSecretKey(part('public portal')),
    appPassword: part('app role password').toString('base64url'),
  }
}

function idOf(secret: Buffer): string {
  return createHash('sha256').update('gongkai key id').update(secret).digest('hex').slice(0, 16)
}
