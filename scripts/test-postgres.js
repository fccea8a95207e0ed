// A PostgreSQL server of the system's own packages (15 on Debian 12) for the storage tests, private and temporary.
import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const installed = '/usr/lib/postgresql'

/**
 * Starts a server and gives the address of its superuser and a function that stops it and removes its files. As root on
 * Debian it installs the package when it is missing. Throws an error of one line that names what is missing.
 * @returns {Promise<{ url: string, version: number, stop: () => Promise<void> }>}
 */
export async function startTestPostgres() {
  const root = process.getuid?.() === 0
  const { bin, version } = findServer() ?? installServer(root)
  const account = root ? findAccount() : null
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-pg-'))
  const as = account ? { uid: account.uid, gid: account.gid } : {}
  const password = randomBytes(18).toString('base64url')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account) for (const path of [folder, passwordFile]) chownSync(path, account.uid, account.gid)

  const data = join(folder, 'data')
  const init = ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8']
  execFileSync(join(bin, 'initdb'), [...init, '--locale=C.UTF-8', '--no-sync'], { cwd: folder, stdio: 'pipe', ...as })
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off', 'max_connections=60']
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((one) => ['-c', one])], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...as,
  })
  let log = ''
  server.stderr.setEncoding('utf8').on('data', (text) => {
    log = (log + text).slice(-4000)
  })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const stop = async () => {
    if (server.exitCode === null) {
      server.kill('SIGINT')
      await ended
    }
    rmSync(folder, { recursive: true, force: true })
  }

  for (let waited = 0; !/database system is ready/.test(log); waited += 50) {
    if (server.exitCode !== null || waited > 30_000) {
      await stop()
      throw new Error(`the test server of ${bin} did not start: ${log.trim().split('\n').at(-1)}`)
    }
    await sleep(50)
  }
  return { url: `postgres://postgres:${password}@localhost/postgres?host=${encodeURIComponent(folder)}`, version, stop }
}

/** The oldest server from 15 on that the system has: the level our SQL keeps to. */
function findServer() {
  const versions = existsSync(installed)
    ? readdirSync(installed)
        .map(Number)
        .filter((one) => one >= 15)
    : []
  const found = versions
    .sort((a, b) => a - b)
    .map((version) => ({ version, bin: join(installed, String(version), 'bin') }))
    .find(({ bin }) => existsSync(join(bin, 'initdb')))
  return found ?? null
}

function installServer(root) {
  if (!root) throw new Error('PostgreSQL 15 is not installed (apt-get install postgresql, as root)')
  if (!existsSync('/usr/bin/apt-get'))
    throw new Error('PostgreSQL 15 is not installed, and there is no apt-get to install it')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const wait = ['-o', 'DPkg::Lock::Timeout=120']
  try {
    execFileSync('apt-get', ['update', '-q'], { env, stdio: 'pipe' })
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...wait, 'postgresql'], {
      env,
      stdio: 'pipe',
    })
  } catch (error) {
    const said = String(error.stderr ?? error)
      .trim()
      .split('\n')
      .at(-1)
    throw new Error(`PostgreSQL 15 is not installed, and apt-get could not install it: ${said}`)
  }
  const found = findServer()
  if (!found) throw new Error('PostgreSQL 15 is not installed: the package postgresql of this system is older')
  return found
}

function findAccount() {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith('postgres:'))
  if (!line) throw new Error('the account postgres is missing, and PostgreSQL does not run as root')
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}
