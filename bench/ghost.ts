import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

const runFile = promisify(execFile)

/** Both are fetched from the npm registry when the bench runs; neither is a dependency. */
export const ghostVersion = '6.65.0'
const pnpmVersion = '12.4.2'

export type Article = { readonly title: string; readonly slug: string; readonly html: string; readonly tags: string[] }

export type Ghost = { readonly url: string; readonly id: number; readonly stop: () => Promise<void> }

const env = {
  ...process.env,
  PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
  NODE_ENV: 'production',
}

/**
 * Ghost in `folder`, unless it is there already. `npm install ghost` fails: its package names parts of itself as files of its own
 * folder, which npm looks for in ours. So it is unpacked, and installed inside by the tool and the lock that it brings. Returns its folder.
 */
export async function installGhost(folder: string): Promise<string> {
  const there = join(folder, `ghost-${ghostVersion}`)
  if (existsSync(join(there, 'installed'))) return join(there, 'package')
  mkdirSync(there, { recursive: true })
  const settings = { cwd: there, env, maxBuffer: 64 * 1024 * 1024 }
  await runFile('npm', ['pack', '--silent', `ghost@${ghostVersion}`], settings)
  await runFile('tar', ['xzf', `ghost-${ghostVersion}.tgz`], settings)
  await runFile('npm', ['install', '--prefix', join(there, 'pnpm'), '--silent', `pnpm@${pnpmVersion}`], settings)
  const options = ['--prod', '--frozen-lockfile', '--ignore-scripts']
  await runFile(join(there, 'pnpm/node_modules/.bin/pnpm'), ['install', ...options], {
    ...settings,
    cwd: join(there, 'package'),
  })
  writeFileSync(join(there, 'installed'), '')
  return join(there, 'package')
}

/** Ghost in production mode on core 0, with a MariaDB of its own below `folder`, which is not held to a core. */
export async function startGhost(installed: string, folder: string): Promise<Ghost> {
  const socket = join(folder, 'maria.sock')
  const maria = await startMaria(folder, socket)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  cpSync(join(installed, 'content'), join(folder, 'content'), { recursive: true })
  const connection = { socketPath: socket, user: 'root', password: '', database: 'ghost' }
  // It starts only in its own folder.
  writeFileSync(
    join(installed, 'config.production.json'),
    JSON.stringify({
      ...{ url, server: { host: '127.0.0.1', port }, paths: { contentPath: join(folder, 'content') } },
      database: { client: 'mysql', connection },
      logging: { transports: ['stdout'], level: 'error' },
      privacy: { useUpdateCheck: false, useGravatar: false, useRpcPing: false },
      security: { staffDeviceVerification: false },
      // What it can keep by itself: published posts as read from the database. It keeps no pages.
      hostSettings: { postsPublicCache: { enabled: true } },
      adapters: { cache: { postsPublic: { adapter: 'memory-ttl', ttl: 3_600_000, max: 500 } } },
    }),
  )
  const log = join(folder, 'ghost.log')
  const said = openSync(log, 'w')
  const child = spawn('taskset', ['-c', '0', process.execPath, join(installed, 'index.js')], {
    ...{ cwd: installed, env },
    stdio: ['ignore', said, said],
  })
  const stop = async () => void (await Promise.all([ended(child, 'SIGINT'), ended(maria, 'SIGTERM')]))
  try {
    await until(async () => (await fetch(`${url}/`)).status === 200, child, 120)
  } catch (error) {
    await stop()
    throw new Error(readFileSync(log, 'utf8').slice(-2000), { cause: error })
  }
  return { url, id: child.pid ?? 0, stop }
}

/** Publishes as its editor does; returns the address of the page. */
export async function publishOnGhost({ url }: Ghost, { title, slug, html, tags }: Article): Promise<string> {
  const owner = {
    name: 'Bench',
    email: 'bench@example.org',
    password: 'made up for 1 bench',
    blogTitle: '清河县人民政府',
  }
  const post = async (path: string, body: object, cookie = '') => {
    const headers = { 'content-type': 'application/json', origin: url, cookie }
    const answer = await fetch(`${url}/ghost/api/admin/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`Ghost answers ${answer.status}: ${await answer.text()}`)
    return answer
  }
  await post('authentication/setup/', { setup: [owner] })
  const session = await post('session/', { username: owner.email, password: owner.password })
  const cookie = session.headers.getSetCookie()[0]?.split(';')[0]
  await post('posts/?source=html', { posts: [{ title, slug, html, tags, status: 'published' }] }, cookie)
  return `${url}/${slug}/`
}

async function startMaria(folder: string, socket: string): Promise<ChildProcess> {
  const data = join(folder, 'maria')
  const as = process.getuid?.() === 0 ? ['--user=root'] : []
  const making = ['--auth-root-authentication-method=normal', '--skip-test-db']
  await runFile('mariadb-install-db', ['--no-defaults', ...as, `--datadir=${data}`, ...making])
  const where = [`--datadir=${data}`, `--socket=${socket}`, `--pid-file=${join(folder, 'maria.pid')}`]
  const child = spawn('/usr/sbin/mariadbd', ['--no-defaults', ...as, ...where, '--skip-networking'], {
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  const create = ['--no-defaults', '-uroot', '-S', socket, '-e', 'create database ghost character set utf8mb4']
  await until(async () => (await runFile('mariadb', create)) !== null, child, 30)
  return child
}

async function until(what: () => Promise<boolean>, child: ChildProcess, seconds: number): Promise<void> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await wait(200)) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} ended with ${child.exitCode}`)
    if (await what().catch(() => false)) return
  }
  throw new Error(`${child.spawnargs.join(' ')} does not answer after ${seconds} s`)
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null) return
  const closed = once(child, 'exit')
  child.kill(signal)
  const impatient = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await closed
  clearTimeout(impatient)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return address !== null && typeof address === 'object' ? address.port : 0
}
