import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { before, test } from 'node:test'
import { addAgency } from '../agencies.ts'
import type { Trx } from '../storage.ts'
import { describeOnEachEngine } from '../test-storage.ts'
import { storeFile } from './stored-files.ts'
import { sweepFiles } from './sweep-files.ts'

const file = (text: string) => ({ name: 'a.txt', mediaType: 'text/plain', content: Buffer.from(text) })

describeOnEachEngine((current) => {
  let one = 0
  let other = 0
  before(async () => {
    const rank = { level: 'county', kind: 'department', parentCode: null } as const
    const added = (code: string) => addAgency(current().storage, 'test', { ...rank, code, name: code })
    one = (await added('F1')).id
    other = (await added('F2')).id
  })
  const as = <T>(agency: number, work: (trx: Trx) => Promise<T>) =>
    current().storage.transact({ agencies: [agency], actor: 'test' }, work)
  const placeOf = (digest: string) => join(current().dataDir, 'files', digest.slice(0, 2), digest.slice(2))
  const lies = (digest: string) => existsSync(placeOf(digest))
  const age = (place: string) => utimesSync(place, new Date('2026-01-01'), new Date('2026-01-01'))
  const sweep = () => sweepFiles(current().storage, 'test', new Date())

  /** Keeps a file in a process that is killed before it can commit; gives the digest of what it left. */
  async function killedWhileKeeping(text: string): Promise<string> {
    const program = `
      const { openStorage } = await import(${JSON.stringify(new URL('../open-storage.ts', import.meta.url).href)})
      const { storeFile } = await import(${JSON.stringify(new URL('stored-files.ts', import.meta.url).href)})
      const storage = await openStorage(${JSON.stringify({ databaseUrl: current().databaseUrl, dataDir: current().dataDir })})
      await storage.transact({ agencies: [${one}], actor: 'test' }, async (trx) => {
        const file = { name: 'a.txt', mediaType: 'text/plain', content: Buffer.from(${JSON.stringify(text)}) }
        const { digest } = await storeFile(trx, ${one}, file)
        process.stdout.write(digest, () => process.kill(process.pid, 'SIGKILL'))
        await new Promise(() => {})
      })`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let digest = ''
    child.stdout.on('data', (chunk) => {
      digest += chunk
    })
    const [, signal] = await once(child, 'exit')
    assert.equal(signal, 'SIGKILL')
    assert.ok(lies(digest), 'the bytes were left behind')
    return digest
  }

  test('a database that knows nothing of the files takes none of them', async () => {
    const left = await killedWhileKeeping('before anything was kept')
    age(placeOf(left))
    assert.deepEqual(await sweep(), { removed: 0, foreign: true })
    assert.ok(lies(left))
  })

  test('what a killed process left is taken away once it is an hour old; what any agency has is not', async () => {
    const kept = await as(one, (trx) => storeFile(trx, one, file('of one')))
    const ofOther = await as(other, (trx) => storeFile(trx, other, file('of another agency')))
    for (const { digest } of [kept, ofOther]) age(placeOf(digest))
    const left = await killedWhileKeeping('never recorded')
    const draft = `${placeOf(left)}.00000000-0000-4000-8000-000000000000`
    writeFileSync(draft, 'half')
    const strange = join(current().dataDir, 'files', 'ab', 'README')
    mkdirSync(dirname(strange), { recursive: true })
    writeFileSync(strange, 'not ours')
    age(strange)
    await sweep()
    assert.ok(lies(left), 'it may be under way')
    age(placeOf(left))
    age(draft)
    assert.deepEqual(await sweep(), { removed: 2, foreign: false })
    assert.deepEqual([left, kept.digest, ofOther.digest].map(lies), [false, true, true])
    assert.deepEqual(
      [draft, strange].map((place) => existsSync(place)),
      [false, true],
    )
    assert.deepEqual(await sweep(), { removed: 0, foreign: false })
  })

  test('a file that is being kept while the sweep runs stays, also one whose old bytes lie there', async () => {
    const left = await killedWhileKeeping('kept anew')
    age(placeOf(left))
    const { promise: stored, resolve: isStored } = Promise.withResolvers<void>()
    const { promise: commit, resolve: letCommit } = Promise.withResolvers<void>()
    const keeping = as(one, async (trx) => {
      await storeFile(trx, one, file('kept anew'))
      isStored()
      await commit
    })
    await stored
    const sweeping = sweep()
    // The sweep has found the bytes unclaimed and waits for whoever keeps them.
    for (;;) {
      const { rows } = await current().admin.query(
        "select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())",
      )
      if (rows.length > 0) break
    }
    letCommit()
    await keeping
    assert.deepEqual(await sweeping, { removed: 0, foreign: false })
    assert.ok(lies(left))
  })
})
