// Runs every test of the project: `npm test`, or some of them: `npm test -- ledger src/statute`. Brings what they need:
// a browser with a Chinese font, and beside the embedded PostgreSQL the system's own. Node's own summary is printed last.
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './find-browser.js'
import { startTestPostgres } from './test-postgres.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const wanted = process.argv.slice(2)
const files = ['src', 'test', 'bench']
  .flatMap((folder) =>
    readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.test.ts') && (wanted.length === 0 || wanted.some((part) => file.includes(part))))
  .sort()

// Node ends well when it is given nothing to test; a run without tests has failed.
if (files.length === 0) fail(`no test file matches ${wanted.join(' ')}`)

const browser = files.some((file) => file.startsWith('test/e2e/')) ? browserOrFail() : null
const server = await startServer()
// The tests get the same signal and end; this process stays to stop the server.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})
try {
  process.exitCode = await runNode({
    // Every test file is a process of its own: what is stripped and compiled once serves all of them.
    NODE_COMPILE_CACHE: `${root}node_modules/.cache/tests`,
    ...process.env,
    ...(browser && { GONGKAI_CHROMIUM: browser }),
    ...(server && { GONGKAI_TEST_DATABASE_URL: server.url }),
  })
} finally {
  await server?.stop()
}

function browserOrFail() {
  try {
    return findBrowser()
  } catch (error) {
    return fail(`The tests of the pages cannot run: ${error.message}`)
  }
}

async function startServer() {
  const stored = files.some((file) => file.startsWith('src/storage/'))
  if (process.env.GONGKAI_TEST_DATABASE_URL || !stored) return null
  try {
    return await startTestPostgres()
  } catch (error) {
    console.error(`The second engine was not tested, only the embedded PostgreSQL: ${error.message}`)
    return null
  }
}

/** @returns {Promise<number>} */
function runNode(env) {
  // Landing must not hang on chance: there the property tests draw the same cases every time, elsewhere always new ones.
  const seed = process.env.CI === 'true' ? ['--import', './test/same-seed.js'] : []
  const flags = [...seed, '--test', '--test-concurrency=4', '--test-timeout=480000', '--test-reporter=spec']
  const run = spawn(process.execPath, [...flags, ...files], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  let tail = ''
  run.stdout.setEncoding('utf8').on('data', (text) => {
    process.stdout.write(text)
    tail = (tail + text).slice(-4000)
  })
  return new Promise((resolve, reject) => {
    run.once('error', reject)
    run.once('close', (code) => resolve(code === 0 && !hasClosingSummary(tail) ? 1 : (code ?? 1)))
  })
}

/** Whether node's own lines stand last and count at least one test; a run that ends otherwise was cut short. */
function hasClosingSummary(tail) {
  const counted = /^ℹ tests (\d+)\n(?:ℹ \w+ [\d.]+\n)*ℹ duration_ms [\d.]+\s*$/m.exec(tail)
  return counted !== null && Number(counted[1]) > 0
}

/** @returns {never} */
function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
