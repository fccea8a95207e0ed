import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A real `gongkai serve` in a process of its own. */
export type RunningServer = {
  readonly child: ChildProcess
  /** `http://127.0.0.1:PORT/`. */
  readonly url: string
  /** What it has written so far. */
  readonly told: { out: string; err: string }
  /** Resolves with its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string | null>
}

export type Served = { readonly databaseUrl: string; readonly dataDir: string }

const program = fileURLToPath(new URL('../../bin/gongkai.js', import.meta.url))

/** Starts a server over a test's database and waits until it is ready. */
export async function runServer(
  { databaseUrl, dataDir }: Served,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const child = spawn(process.execPath, [program, 'serve', '--data', dataDir, '--port', '0', ...args], {
    env: { ...process.env, DATABASE_URL: databaseUrl, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const told = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => {
    told.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    told.err += text
  })
  const ended = once(child, 'exit').then(([code, signal]) => code ?? signal)
  while (!told.out.includes('\n')) {
    await Promise.race([once(child.stdout, 'data'), ended])
    if (child.exitCode !== null) assert.fail(told.err)
  }
  const url = /http:\S+/.exec(told.out)?.[0] ?? assert.fail(told.out)
  await until(async () => (await fetch(`${url}readyz`)).status === 200)
  return { child, url, told, ended }
}

export async function until(holds: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
  const start = performance.now()
  while (!(await holds())) {
    assert.ok(performance.now() - start < seconds * 1000, 'it never came about')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
