import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Refusal } from '../refusals/refusal.ts'
import { day } from '../statute/day.ts'
import { addAgency } from '../storage/agencies.ts'
import { openStorage } from '../storage/open-storage.ts'
import { fileNameOf } from './file-name-of.ts'
import { reportBuild } from './report-build.ts'
import { writeWholeFiles } from './write-whole-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-build-'))
// A folder of its own: the database stays inside it, also for root.
const data = mkdtempSync(join(tmpdir(), 'gongkai-data-'))
// Held open, so that the server is started once and not by every command.
let held: Awaited<ReturnType<typeof openStorage>>
after(async () => {
  await held.close()
  for (const made of [folder, data]) rmSync(made, { recursive: true, force: true })
})
before(async () => {
  held = await openStorage({ dataDir: data })
  const rank = { level: 'county', kind: 'department', parentCode: null } as const
  await addAgency(held, 'test', { ...rank, code: 'A1', name: '清河县水务局' })
})

async function build(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const code = await reportBuild([...args, '--data', data], {
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: { USER: 'clerk' },
    account: 'clerk',
    today: day('2025-01-10'),
    language: 'zh-CN',
    colour: false,
  })
  return { code, out, err }
}

const question = ['--agency', 'A1', '--year', '2024'] as const
const name = '清河县水务局2024年政府信息公开工作年度报告'

test('report build writes all five formats, named by agency and year, into a folder that it makes', async () => {
  const out = join(folder, 'new', 'reports')
  const { code, out: said, err: notes } = await build(...question, '--out', out)
  assert.equal(code, 0)
  assert.match(notes, /草稿.*补写.*主要问题和改进措施/)
  const files = ['docx', 'html', 'json', 'pdf', 'xlsx'].map((format) => `${name}.${format}`)
  assert.deepEqual(readdirSync(out).sort(), files)
  for (const file of files) assert.ok(said.includes(file), file)
  assert.equal(
    readFileSync(join(out, `${name}.pdf`))
      .subarray(0, 5)
      .toString(),
    '%PDF-',
  )
})

test('report build replaces files that exist and leaves others alone', async () => {
  const out = mkdtempSync(join(folder, 'out-'))
  writeFileSync(join(out, `${name}.json`), 'old')
  writeFileSync(join(out, 'other.txt'), 'other')
  const { out: said } = await build(...question, '--out', out, '--formats', 'json, JSON', '--format', 'json')
  assert.deepEqual(readdirSync(out).sort(), ['other.txt', `${name}.json`])
  const bytes = readFileSync(join(out, `${name}.json`))
  assert.equal(JSON.parse(bytes.toString()).report.agency, '清河县水务局')
  const files = [{ format: 'json', file: join(out, `${name}.json`), bytes: bytes.length }]
  assert.deepEqual(JSON.parse(said), { agency: 'A1', year: 2024, source: 'ledger', files })
})

test('report build refuses what is missing, unknown or not a day, and writes nothing', async () => {
  const out = join(folder, 'untouched')
  for (const [args, id] of [
    [['--year', '2024', '--out', out], 'missing-argument'],
    [['--agency', 'A1', '--year', '2024'], 'missing-argument'],
    [['--agency', 'A1', '--year', '24', '--out', out], 'bad-option'],
    [[...question, '--out', out, '--formats', 'docx,doc'], 'bad-option'],
    [[...question, '--out', out, '--formats', ''], 'bad-option'],
    [[...question, '--out', out, '--as-of', '2025-02-30'], 'option-no-day'],
    [['--agency', 'A1', '--year', '2018', '--out', out], 'report-year-unknown'],
    [['--agency', 'A9', '--year', '2024', '--out', out], 'agency-unknown'],
    [['--agency', 'A1', '--year', '2031', '--out', out], 'year-not-begun'],
  ] as const) {
    await assert.rejects(build(...args), (error) => error instanceof Refusal && error.id === id, args.join(' '))
  }
  assert.ok(!readdirSync(folder).includes('untouched'))
})

test('a file that cannot be written is refused and no half of it stays', async () => {
  const out = mkdtempSync(join(folder, 'out-'))
  writeFileSync(join(out, 'file'), '')
  const bytes = new Uint8Array([1])
  const blocked = join(out, 'file', 'b')
  await assert.rejects(
    writeWholeFiles([
      { file: join(out, 'a'), bytes },
      { file: blocked, bytes },
    ]),
    (error) => error instanceof Refusal && error.id === 'cannot-write' && error.details.file === blocked,
  )
  assert.deepEqual(readdirSync(out), ['file'])
})

test('a file name holds no path, no control and no more bytes than a file system takes', () => {
  assert.equal(fileNameOf('../../甲/乙\\丙:丁*?"<>|', 'docx'), '__.._甲_乙_丙_丁______.docx')
  assert.equal(fileNameOf('甲\u0000\u202E乙', 'pdf'), '甲__乙.pdf')
  const long = fileNameOf('局'.repeat(200), 'xlsx')
  assert.ok(Buffer.byteLength(long) <= 255 && long.endsWith('局.xlsx'))
})
