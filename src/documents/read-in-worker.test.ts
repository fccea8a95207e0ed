import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { strToU8 } from 'fflate'
import { makeDocx, p, tbl, tc, tr } from '../../test/documents/make-docx.ts'
import { makeOle } from '../../test/documents/make-ole.ts'
import { showBlocks } from '../../test/documents/show-blocks.ts'
import { Refusal } from '../refusals/refusal.ts'
import { checkReport } from '../report/check/check-report.ts'
import { checkForeignReport, closeReaders, readForeignDocument, readForeignReportBytes } from './read-in-worker.ts'
import { processFlags, ReaderPool } from './worker/reader-pool.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-worker-'))
after(() => {
  rmSync(folder, { recursive: true })
  closeReaders()
})
const write = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const smallReport =
  '某县农业局2024年政府信息公开工作年度报告\n一、总体情况\n本年度公开信息3条。\n二、主动公开政府信息情况\n'
const document = (content: string) =>
  ({ want: 'document', source: { bytes: strToU8(content), fileName: 'a.html' } }) as const
const read = async (pool: ReaderPool, content: string) => {
  const answer = await pool.read(document(content))
  assert.ok(answer !== 'isDoc' && answer.kind === 'read')
  return showBlocks(answer.document)
}

test('a document comes over whole, from a path and from bytes', async () => {
  const body = p('一、总体情况') + tbl(tr(tc('规章'), tc('3')))
  assert.deepEqual(showBlocks(await readForeignDocument(write('a.docx', makeDocx({ body })))), [
    '一、总体情况',
    [['规章', '3']],
  ])
})

test('a refusal comes over with its id and its details', async () => {
  await assert.rejects(readForeignDocument(join(folder, 'none.txt')), {
    id: 'file-not-found',
    details: { file: join(folder, 'none.txt') },
  })
})

test('a report comes over as report and document', async () => {
  const { document: source, report } = await readForeignReportBytes(strToU8(smallReport), 'a.txt')
  assert.equal(source.format, 'text')
  assert.equal(report.year, 2024)
})

test('a report checked in the reading process has the findings of a check of what was read there', async () => {
  const file = write('a.txt', `${smallReport}其它事项见[bookmark:x]\n`)
  const { report, document: source } = await readForeignReportBytes(readFileSync(file), 'a.txt')
  const checked = await checkForeignReport(file, { level: 'county' })
  assert.deepEqual(checked.report, report)
  assert.deepEqual(checked.findings, checkReport(report, { level: 'county', documentText: source.text }))
  assert.ok(checked.findings.some(({ rule }) => rule === 'residue'))
})

test('a document that takes too long is refused, and the next one is read by a new process', async () => {
  const pool = new ReaderPool(1, 1)
  await assert.rejects(read(pool, '<p>文</p>'), { id: 'reading-timeout' })
  pool.close()
  const patient = new ReaderPool(1)
  assert.deepEqual(await read(patient, '<p>文</p>'), ['文'])
  patient.close()
})

test('a process that is busy too long is killed in the midst of its work', async () => {
  const pool = new ReaderPool(1, 5000)
  assert.deepEqual(await read(pool, '<p>文</p>'), ['文'])
  // Every end tag looks for its start through all open elements; half a minute of that, in little memory.
  const busy = `<div hidden>${'<b>'.repeat(600)}${'</i>'.repeat(12_000_000)}`
  const start = performance.now()
  await assert.rejects(read(pool, busy), { id: 'reading-timeout', details: { seconds: 5 } })
  assert.ok(performance.now() - start >= 5000)
  assert.deepEqual(await read(pool, '<p>文</p>'), ['文'])
  pool.close()
})

test('a table of a million cells is refused for its memory or as no report, and the next file is read', async () => {
  const row = `<tr>${'<td>1</td>'.repeat(1000)}</tr>`
  await assert.rejects(
    readForeignReportBytes(strToU8(`<table>${row.repeat(1000)}</table>`), 'a.html'),
    (error) => error instanceof Refusal && ['reading-memory', 'not-a-report'].includes(error.id),
  )
  const { report } = await readForeignReportBytes(strToU8(smallReport), 'a.txt')
  assert.equal(report.year, 2024)
})

test('a document that needs too much memory ends its process, not the program, and is refused', async () => {
  const pool = new ReaderPool(1)
  const unclosed = '<i>'.repeat(100)
  await assert.rejects(read(pool, `<div hidden>${unclosed.repeat(150_000)}`), { id: 'reading-memory' })
  assert.deepEqual(await read(pool, '<p>文</p>'), ['文'])
  pool.close()
})

test('many documents at once are answered each with its own', async () => {
  const pool = new ReaderPool(2)
  const texts = Array.from({ length: 50 }, (_, i) => `第${i}份`)
  assert.deepEqual(
    await Promise.all(texts.map((text) => read(pool, `<p>${text}</p>`))),
    texts.map((text) => [text]),
  )
  pool.close()
})

test('the reading process can neither write files nor start programs', () => {
  const target = join(folder, 'written.txt')
  const attempts = [`fs.writeFileSync(${JSON.stringify(target)}, '')`, `child_process.spawnSync('true')`]
  for (const attempt of attempts) {
    const { stderr, status } = spawnSync(process.execPath, [...processFlags, '-e', attempt], { encoding: 'utf8' })
    assert.equal(status, 1)
    assert.match(stderr, /ERR_ACCESS_DENIED/)
  }
})

test('a .doc is converted outside the reading process', { skip: process.platform === 'win32' }, async (t) => {
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  const ready = write('ready.docx', makeDocx({ body: p('旧文') }))
  const script = `#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\ncp '${ready}' "$2/source.docx"\n`
  writeFileSync(join(bin, 'soffice'), script, { mode: 0o700 })
  const path = process.env.PATH
  process.env.PATH = `${bin}:/usr/bin:/bin`
  t.after(() => {
    process.env.PATH = path
  })
  const doc = write('a.doc', makeOle(['Root Entry', 'WordDocument']))
  assert.deepEqual(showBlocks(await readForeignDocument(doc)), ['旧文'])
})
