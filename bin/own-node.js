// Plain JavaScript that an old Node can read. The project brings its own Node through npm; where the one that was started
// is too old, the same command line runs again under the project's.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Whether this process can run the project's TypeScript as it stands. */
export function isNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}

/**
 * Runs this process's own command line again under the Node that npm installed beside the project.
 * @returns {Promise<number> | null} its exit code, or null when no such Node is there
 */
export function runUnderOwnNode() {
  const program = findOwnNode()
  if (!program) return null
  // The child finds this Node first too, as npm's own scripts would.
  const env = { ...process.env, PATH: `${dirname(program)}:${process.env.PATH ?? ''}` }
  // The channel carries nothing: its closing tells the child that this process is gone, however it ended.
  const child = spawn(program, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env })
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/** Ends this process as SIGTERM would when the one that started it for `runUnderOwnNode` is killed outright. */
export function endWithStarter() {
  if (!process.channel) return
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}

function findOwnNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`node-${system}-${process.arch}/package.json`))
    const program = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(program) ? program : null
  } catch {
    return null // npm brought none for this platform
  }
}
