import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Refusal } from '../refusals/refusal.ts'
import { day } from '../statute/day.ts'
import type { CommandContext } from './context.ts'
import { serve } from './serve.ts'

const bin = fileURLToPath(new URL('../../bin/gongkai.js', import.meta.url))

let data: string
before(async () => {
  data = await mkdtemp(join(tmpdir(), 'gongkai-serve-'))
})
after(() => rm(data, { recursive: true, force: true }))

type Running = { readonly child: ChildProcess; readonly told: { out: string; err: string } }

function run(...args: readonly string[]): Running {
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn(process.execPath, [bin, 'serve', '--data', data, ...args], { env, stdio: 'pipe' })
  const told = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => {
    told.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    told.err += text
  })
  return { child, told }
}

async function addressOf({ child, told }: Running): Promise<string> {
  while (!told.out.includes('\n')) {
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')])
    if (child.exitCode !== null) assert.fail(told.err)
  }
  return /http:\S+/.exec(told.out)?.[0] ?? assert.fail(told.out)
}

test('it opens the database, says its address in one line, answers, and ends well when asked to', async () => {
  const running = run('--port', '0', '--base-path', '/bureau')
  const address = await addressOf(running)
  assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/bureau\/$/)
  assert.equal((await fetch(address)).status, 200)
  assert.deepEqual(await (await fetch(`${address}healthz`)).json(), { status: 'ok' })
  let ready = await fetch(`${address}readyz`)
  for (; ready.status === 503; ready = await fetch(`${address}readyz`)) await new Promise(setImmediate)
  assert.deepEqual(await ready.json(), { status: 'ready' })
  running.child.kill('SIGTERM')
  const [code] = await once(running.child, 'exit')
  assert.equal(code, 0)
  assert.equal(running.told.out.trim().split('\n').length, 1)
})

test('what a killed process left of a file is taken away when a server starts', async () => {
  const draft = join(data, 'files', 'ab', `${'0'.repeat(62)}.00000000-0000-4000-8000-000000000000`)
  await mkdir(dirname(draft), { recursive: true })
  await writeFile(draft, 'half')
  await utimes(draft, new Date('2026-01-01'), new Date('2026-01-01'))
  const running = run('--port', '0')
  await addressOf(running)
  running.child.kill('SIGTERM')
  await once(running.child, 'exit')
  assert.match(running.told.err, /Z files 已清理中断时遗留的文件 1 个。\n/)
  await assert.rejects(stat(draft), { code: 'ENOENT' })
})

test('a port that is taken is refused with what to do, exit 2', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const taken = other.address()
  assert.ok(taken !== null && typeof taken === 'object')
  const { child, told } = run('--port', String(taken.port))
  const [code] = await once(child, 'exit')
  other.close()
  assert.equal(code, 2)
  assert.match(told.err, new RegExp(`端口 ${taken.port} 已被占用.*--port`))
})

test('options that make no sense are refused before anything is opened', async () => {
  const context: CommandContext = {
    out: () => {},
    err: () => {},
    env: {},
    account: 'clerk',
    today: day('2026-03-02'),
    language: 'zh-CN',
    colour: false,
  }
  for (const args of [
    ['--port', '99999'],
    ['--port', 'x'],
    ['--base-path', 'a'],
    ['--base-path', '/a b'],
    ['--log', 'xml'],
    ['--metrics-from', 'localhost'],
    ['--metrics-from', '10.0.0.0/33'],
    ['--drain', 'soon'],
    ['--grace', '1s'],
  ]) {
    await assert.rejects(serve(args, context), (error) => error instanceof Refusal && error.id === 'bad-option')
  }
  const short = { ...context, env: { GONGKAI_METRICS_TOKEN: 'short' } }
  await assert.rejects(serve([], short), (error) => error instanceof Refusal && error.id === 'bad-option')
  const refused = (id: string) => (error: unknown) => error instanceof Refusal && error.id === id
  await assert.rejects(serve(['--no'], context), refused('option-unknown'))
  await assert.rejects(serve(['8090'], context), refused('argument-unexpected'))
})
