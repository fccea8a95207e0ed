import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { addAgency, findAgencyByCode } from '../agencies.ts'
import { openStorage } from '../open-storage.ts'
import { isInUse, readPidFile } from './postmaster.ts'

const folders: string[] = []
const newFolder = () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'gongkai-recovery-')))
  folders.push(folder)
  return folder
}
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Another gongkai: opens the storage of `folder`, says so, and closes it when its input ends. */
const program = `
  const { openStorage } = await import(${JSON.stringify(new URL('../open-storage.ts', import.meta.url).href)})
  const storage = await openStorage({ dataDir: process.argv[1] })
  process.stdout.write('open')
  for await (const _ of process.stdin);
  await storage.close()`

function startOther(folder: string): ChildProcess {
  return spawn(process.execPath, ['--input-type=module', '-e', program, folder], { stdio: ['pipe', 'pipe', 'inherit'] })
}

async function otherIsOpen(other: ChildProcess): Promise<void> {
  assert.ok(other.stdout)
  const [text] = await once(other.stdout, 'data')
  assert.equal(String(text), 'open')
}

async function kill(process: ChildProcess): Promise<void> {
  process.kill('SIGKILL')
  await once(process, 'exit')
}

const serverPid = (folder: string) => readPidFile(join(folder, 'postgres'))?.pid ?? null
const isServed = (folder: string) => isInUse(join(folder, 'postgres'))

async function killServer(folder: string): Promise<void> {
  const pid = serverPid(folder)
  assert.ok(pid)
  process.kill(pid, 'SIGKILL')
  while (isServed(folder)) await sleep(10)
}

/** A folder whose cluster the first test that uses it makes; each leaves it without a server. */
const made = newFolder()

const agency = { level: 'county', kind: 'department', parentCode: null, name: '甲局' } as const

test('a server left by a killed process is adopted, and stopped by the last one out', async () => {
  const folder = made
  const other = startOther(folder)
  await otherIsOpen(other)
  const pid = serverPid(folder)
  await kill(other)
  assert.ok(isServed(folder))

  const storage = await openStorage({ dataDir: folder })
  assert.equal(serverPid(folder), pid)
  await storage.close()
  assert.ok(!isServed(folder))
  assert.equal(serverPid(folder), null)
})

test('two processes share one server; the first to leave lets it run', async () => {
  const folder = made
  const storage = await openStorage({ dataDir: folder })
  const pid = serverPid(folder)
  const other = startOther(folder)
  await otherIsOpen(other)
  assert.equal(serverPid(folder), pid)
  await storage.close()
  assert.ok(isServed(folder))
  other.stdin?.end()
  await once(other, 'exit')
  assert.ok(!isServed(folder))
})

test('after both processes were killed everything committed is there', async () => {
  const folder = made
  const first = await openStorage({ dataDir: folder })
  await addAgency(first, 'test', { ...agency, code: 'kept' })
  await killServer(folder)
  await first.close()
  assert.ok(existsSync(join(folder, 'postgres', 'postmaster.pid')))

  const second = await openStorage({ dataDir: folder })
  assert.equal((await findAgencyByCode(second, 'kept'))?.name, '甲局')
  await second.close()
})

test('a server killed under a running program is started again by the next transaction', async () => {
  const folder = made
  const storage = await openStorage({ dataDir: folder })
  await addAgency(storage, 'test', { ...agency, code: 'before' })
  await killServer(folder)
  const found = await Promise.all(['before', 'before', 'none'].map((code) => findAgencyByCode(storage, code)))
  assert.deepEqual(
    found.map((one) => one?.code),
    ['before', 'before', undefined],
  )
  await addAgency(storage, 'test', { ...agency, code: 'after' })
  await storage.close()
  assert.ok(!isServed(folder))
})

test('a lock file whose process id now belongs to a stranger is no living server', async () => {
  const folder = made
  const first = await openStorage({ dataDir: folder })
  await addAgency(first, 'test', { ...agency, code: 'kept-too' })
  const lock = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8')
  await killServer(folder)
  await first.close()
  // The test process is alive and no zombie: PostgreSQL alone would refuse for ever.
  writeFileSync(join(folder, 'postgres', 'postmaster.pid'), lock.replace(/^\d+/, String(process.pid)))
  const second = await openStorage({ dataDir: folder })
  assert.ok(await findAgencyByCode(second, 'kept-too'))
  await second.close()
})

test('two first starts at once make one cluster and share its server', async () => {
  const folder = newFolder()
  const others = [startOther(folder), startOther(folder)]
  await Promise.all(others.map(otherIsOpen))
  assert.ok(isServed(folder))
  for (const other of others) other.stdin?.end()
  assert.deepEqual(await Promise.all(others.map(async (other) => (await once(other, 'exit'))[0])), [0, 0])
  assert.ok(!isServed(folder))
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('postgres') && name !== 'postgres.log'),
    ['postgres'],
  )
})

test('a first start killed half-way is done again', async () => {
  const folder = newFolder()
  const other = startOther(folder)
  const half = () => readdirSync(folder).find((name) => name.startsWith('postgres.new-'))
  for (let name = half(); !name || !existsSync(join(folder, name, 'base')); name = half()) await sleep(5)
  await kill(other)
  assert.ok(!existsSync(join(folder, 'postgres')))
  while (isInUse(join(folder, half() ?? ''))) await sleep(10)

  const storage = await openStorage({ dataDir: folder })
  await addAgency(storage, 'test', { ...agency, code: 'made' })
  assert.equal(half(), undefined)
  await storage.close()
})
