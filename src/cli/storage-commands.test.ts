import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Client } from 'pg'
import { Refusal } from '../refusals/refusal.ts'
import { day } from '../statute/day.ts'
import { isInUse } from '../storage/embedded/postmaster.ts'
import { startEmbedded } from '../storage/embedded/start-embedded.ts'
import { agencyAdd } from './agency-add.ts'
import { agencyList } from './agency-list.ts'
import { agencyRename } from './agency-rename.ts'
import { auditVerify } from './audit-verify.ts'
import type { Command } from './context.ts'

const data = realpathSync(mkdtempSync(join(tmpdir(), 'gongkai-cli-')))
after(() => rmSync(data, { recursive: true, force: true }))

async function run(command: Command, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const code = await command([...args, '--data', data], {
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: { USER: 'clerk' },
    account: 'clerk',
    today: day('2026-03-02'),
    language: 'en',
    colour: false,
  })
  return { code, out, err }
}

const bureau = ['--code', 'A1', '--name', '甲区民政局', '--level', 'county', '--kind', 'department']

test('agency add registers an agency, and the first start says once that the key must be kept', async () => {
  const added = await run(agencyAdd, ...bureau, '--format', 'json')
  assert.equal(added.code, 0)
  const [line = ''] = added.out.split('\n')
  assert.deepEqual(JSON.parse(line), {
    code: 'A1',
    name: '甲区民政局',
    level: 'county',
    kind: 'department',
    parent: null,
  })
  assert.match(added.err, /installation\.key/)
  const child = await run(
    agencyAdd,
    '--code',
    'A2',
    '--name',
    '乙',
    '--level=township',
    '--kind=government',
    '--parent=A1',
  )
  assert.deepEqual(child, { code: 0, out: 'Added agency A2 乙\n', err: '' })
})

test('commands that only read refuse a folder without data, and leave none there', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'gongkai-empty-'))
  after(() => rmSync(empty, { recursive: true, force: true }))
  for (const command of [auditVerify, agencyList])
    await assert.rejects(
      command(['--data', empty], {
        out: () => {},
        err: () => {},
        env: {},
        account: 'clerk',
        today: day('2026-03-02'),
        language: 'en',
        colour: false,
      }),
      (error) => error instanceof Refusal && error.id === 'data-folder-empty',
    )
  assert.deepEqual(readdirSync(empty), [])
})

test('agency add refuses what is missing, unknown or in use, and adds nothing', async () => {
  const wrong = [
    [['--code', 'B'], 'missing-argument'],
    [[...bureau.slice(0, 4), '--level', 'village', '--kind', 'department'], 'bad-option'],
    [[...bureau, '--colour', 'red'], 'option-unknown'],
    [[...bureau, '--format', 'xml'], 'bad-option'],
    [bureau, 'agency-code-taken'],
    [['--code', 'B', ...bureau.slice(2), '--parent', 'nobody'], 'agency-unknown'],
  ] as const
  for (const [args, id] of wrong) {
    await assert.rejects(run(agencyAdd, ...args), (error) => error instanceof Refusal && error.id === id, id)
  }
  assert.match((await run(auditVerify)).out, /intact: 2 agencies, 2 entries/)
})

test('audit verify exits 0 on intact chains, and 1 naming the first broken entry of each', async () => {
  const intact = await run(auditVerify, '--format', 'json')
  assert.deepEqual([intact.code, JSON.parse(intact.out)], [0, { intact: true, agencies: 2, entries: 2, broken: [] }])

  const server = await startEmbedded(data)
  const owner = new Client(server.owner)
  await owner.connect()
  await owner.query(
    `update audit_entry set actor = 'nobody' where agency_id = (select id from agency where code = 'A2')`,
  )
  await owner.end()
  await server.release()

  const text = await run(auditVerify)
  assert.equal(text.code, 1)
  assert.match(text.out, /agency A2 breaks at entry 1: its content/)
  const json = await run(auditVerify, '--format', 'json')
  const { intact: holds, broken } = JSON.parse(json.out)
  assert.deepEqual([json.code, holds, broken[0].code, broken[0].seq, broken[0].fault], [1, false, 'A2', 1, 'content'])
})

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  test(`a command that gets ${signal} closes the database and stops its server`, async () => {
    const program = `
      const { withCommandStorage } = await import(${JSON.stringify(new URL('./open-command-storage.ts', import.meta.url).href)})
      const context = { out: () => {}, err: () => {}, env: {}, language: 'en' }
      await withCommandStorage(['--data', process.argv[1]], context, async () => {
        process.stdout.write('open')
        await new Promise((resolve) => setTimeout(resolve, 60_000))
      })`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, data], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    assert.ok(isInUse(join(data, 'postgres')))
    child.kill(signal)
    assert.equal((await once(child, 'exit'))[0], code)
    assert.ok(!isInUse(join(data, 'postgres')))
  })
}

test('agencies are listed and renamed', async () => {
  const renamed = await run(agencyRename, '--code', 'A1', '--name', '甲区民政和社会工作局')
  assert.deepEqual(renamed, { code: 0, out: 'Agency A1 is now named 甲区民政和社会工作局\n', err: '' })
  const listed = await run(agencyList, '--format', 'json')
  const [first = ''] = listed.out.split('\n')
  assert.deepEqual(JSON.parse(first), {
    code: 'A1',
    name: '甲区民政和社会工作局',
    level: 'county',
    kind: 'department',
    parent: null,
  })
  await assert.rejects(run(agencyRename, '--code', 'A1', '--name', 'a\nb'), { id: 'agency-name-form' })
})
