import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export type Serving = { readonly url: string; readonly child: ChildProcess; readonly stop: () => Promise<void> }

/** `gongkai serve` in a process of its own, once it hears of changes. `url` ends without a slash. */
export async function startServe(dataDir: string): Promise<Serving> {
  const program = fileURLToPath(new URL('../bin/gongkai.js', import.meta.url))
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn(process.execPath, [program, 'serve', '--data', dataDir, '--port', '0'], {
    ...{ env, stdio: ['ignore', 'pipe', 'ignore'] },
  })
  let told = ''
  child.stdout.on('data', (part) => {
    told += part
  })
  while (!told.includes('\n')) {
    if (child.exitCode !== null) throw new Error(`gongkai serve ended with ${child.exitCode}`)
    await wait(20)
  }
  const url = /http:\S+(?=\/)/.exec(told)?.[0] ?? ''
  while ((await fetch(`${url}/readyz`)).status !== 200) await wait(20)
  const stop = async () => {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  return { url, child, stop }
}
