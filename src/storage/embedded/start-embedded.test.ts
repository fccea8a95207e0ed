import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Client } from 'pg'
import { Refusal, type RefusalId } from '../../refusals/refusal.ts'
import { findBinaries, findPackage } from './binaries.ts'
import { initialise } from './initialise.ts'
import { canReach, serverUser } from './server-user.ts'
import { type Embedded, startEmbedded } from './start-embedded.ts'

const folders: string[] = []
const newFolder = (mode = 0o700) => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'gongkai-embedded-')))
  chmodSync(folder, mode)
  folders.push(folder)
  return folder
}
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const refusal = (id: RefusalId) => (error: unknown) => error instanceof Refusal && error.id === id
const isRoot = process.getuid?.() === 0

async function ask<T>(server: Embedded, query: string): Promise<T | undefined> {
  const client = new Client(server.owner)
  await client.connect()
  try {
    return (await client.query(query)).rows[0]
  } finally {
    await client.end()
  }
}

test('the server listens on a private socket only, writes through to the disk, and knows Chinese letters', async () => {
  const folder = newFolder()
  const server = await startEmbedded(folder)
  const found = await ask(
    server,
    `select current_setting('listen_addresses') as tcp, current_setting('fsync') as fsync,
       current_setting('server_encoding') as encoding, '公开' ~ '^\\w+$' as letters, inet_server_addr() as address`,
  )
  assert.deepEqual(found, { tcp: '', fsync: 'on', encoding: 'UTF8', letters: true, address: null })
  const host = server.owner.host ?? ''
  assert.ok(Buffer.byteLength(join(host, '.s.PGSQL.5432')) < 107)
  assert.equal(statSync(host).mode & 0o777, 0o700)
  await server.release()
})

test('the cluster, the password and the log are closed to other users', async () => {
  const folder = newFolder()
  await (await startEmbedded(folder)).release()
  const mode = (name: string) => (statSync(join(folder, name)).mode & 0o777).toString(8)
  assert.deepEqual([mode('postgres'), mode('owner.password'), mode('postgres.log')], ['700', '600', '600'])
  if (isRoot) assert.notEqual(statSync(join(folder, 'postgres')).uid, 0)
})

test('a sign-in without the password is refused, from this machine too', async () => {
  const folder = newFolder()
  const server = await startEmbedded(folder)
  const stranger = new Client({ ...server.owner, password: 'wrong' })
  await assert.rejects(stranger.connect(), { code: '28P01' })
  await server.release()
})

test('a wrong password file, or none, is refused and nothing is made anew', async () => {
  const folder = newFolder()
  await (await startEmbedded(folder)).release()
  const file = join(folder, 'owner.password')
  const kept = readFileSync(file)
  writeFileSync(file, 'wrong\n')
  await assert.rejects(startEmbedded(folder), refusal('database-sign-in'))
  unlinkSync(file)
  await assert.rejects(startEmbedded(folder), refusal('owner-password-missing'))
  writeFileSync(file, kept)
  await (await startEmbedded(folder)).release()
})

test('a data folder of another PostgreSQL major is refused and left as it is', async () => {
  const folder = newFolder()
  await (await startEmbedded(folder)).release()
  const version = join(folder, 'postgres', 'PG_VERSION')
  for (const [found, id] of [
    ['19', 'cluster-newer'],
    ['17', 'cluster-older'],
  ] as const) {
    writeFileSync(version, `${found}\n`)
    await assert.rejects(startEmbedded(folder), refusal(id))
  }
  writeFileSync(version, '18\n')
  await (await startEmbedded(folder)).release()
})

test('a server that cannot start says why, with the place of its log', async () => {
  const folder = newFolder()
  await (await startEmbedded(folder)).release()
  writeFileSync(join(folder, 'postgres', 'postgresql.auto.conf'), 'no_such_setting = 1\n')
  await assert.rejects(startEmbedded(folder), (error) => {
    assert.ok(error instanceof Refusal && error.id === 'database-not-started')
    assert.match(error.words('en'), /no_such_setting|configuration file/)
    return true
  })
})

test('a file in place of the data folder is refused', async () => {
  const file = join(newFolder(), 'file')
  writeFileSync(file, '')
  await assert.rejects(startEmbedded(file), refusal('data-folder-no-folder'))
})

test('a data folder that may not be written is refused', () => {
  const folder = newFolder(0o755)
  const closed = join(folder, 'closed')
  mkdirSync(closed, { mode: 0o555 })
  const program = `
    const { startEmbedded } = await import(${JSON.stringify(new URL('./start-embedded.ts', import.meta.url).href)})
    if (process.getuid() === 0) { process.setgid(65534); process.setuid(65534) }
    await startEmbedded(process.argv[1]).catch((error) => process.stdout.write(error.id))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program, join(closed, 'data')], {
    encoding: 'utf8',
  })
  assert.equal(stdout, 'data-folder-denied')
})

test('a full disk while the cluster is made is named, and leaves no cluster', async () => {
  const folder = newFolder()
  const binaries = join(folder, 'native')
  mkdirSync(join(binaries, 'bin'), { recursive: true })
  const failing = '#!/bin/sh\necho "initdb: error: could not write to file: No space left on device" >&2\nexit 1\n'
  writeFileSync(join(binaries, 'bin', 'initdb'), failing, { mode: 0o755 })
  const place = { parent: folder, pointed: false }
  await assert.rejects(initialise(place, binaries, null, 'secret', folder), refusal('disk-full'))
  assert.ok(!readdirSync(folder).includes('postgres'))
})

test('binaries behind a closed folder, or without their links, are copied to where the server can run them', () => {
  const closed = newFolder(0o700)
  const copies = join(newFolder(0o755), 'binaries')
  const native = join(closed, 'native')
  cpSync(findPackage().native, native, {
    recursive: true,
    filter: (path) => !/\.so(\.\d+)?$/.test(path) || /crypto|ssl/.test(path),
  })
  const found = findBinaries(serverUser(), copies, { native, version: 'test' })
  assert.equal(found, join(copies, 'postgresql-test'))
  const user = serverUser()
  const run = spawnSync(join(found, 'bin', 'postgres'), ['--version'], {
    encoding: 'utf8',
    cwd: '/',
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  })
  assert.match(run.stdout, /^postgres \(PostgreSQL\) 18/)
  assert.equal(findBinaries(user, copies, { native, version: 'test' }), found)
})

test('root’s data folder below a closed home keeps its cluster where the server can reach it, and finds it again', async () => {
  const user = serverUser()
  const home = newFolder(0o700)
  const data = join(home, 'data')
  const state = newFolder(0o755)
  const first = await startEmbedded(data, state)
  await ask(first, 'create table kept (n integer)')
  await first.release()
  // Any other account's home is its own: there the cluster simply stands in the data folder.
  assert.equal(readdirSync(data).includes('postgres.location'), user !== null)
  if (user) {
    const [cluster = ''] = readdirSync(join(state, 'clusters'))
    assert.ok(canReach(user, join(state, 'clusters', cluster)))
    assert.equal(readFileSync(join(data, 'postgres.location'), 'utf8').trim(), join(state, 'clusters', cluster))
    assert.equal(readFileSync(join(state, 'clusters', cluster, 'data-folder'), 'utf8').trim(), data)
  }
  const second = await startEmbedded(data, state)
  assert.deepEqual(await ask(second, 'select count(*)::integer as rows from kept'), { rows: 0 })
  await second.release()
  assert.equal(first.madeApart !== null, user !== null)
  assert.equal(second.madeApart, null)
  if (user) {
    const copy = join(home, 'copy')
    cpSync(data, copy, { recursive: true })
    await assert.rejects(startEmbedded(copy, state), refusal('cluster-of-other-folder'))
    const moved = join(home, 'moved')
    renameSync(data, moved)
    const third = await startEmbedded(moved, state)
    assert.deepEqual(await ask(third, 'select count(*)::integer as rows from kept'), { rows: 0 })
    await third.release()
    renameSync(moved, data)
    rmSync(copy, { recursive: true })
    rmSync(join(state, 'clusters'), { recursive: true })
    await assert.rejects(startEmbedded(data, state), refusal('cluster-gone'))
  }
})
